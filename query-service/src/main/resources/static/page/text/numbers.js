const NUMBER = new Intl.NumberFormat('en-GB');
export const count = (number) => NUMBER.format(number ?? 0);

/** So many of something: "1 order", "2 orders". */
export const counted = (number, one, several = `${one}s`) => `${count(number)} ${number === 1 ? one : several}`;

export const percent = (rate) => `${((rate ?? 0) * 100).toFixed(1)} %`;
