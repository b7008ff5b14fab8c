const MILLIS = 350;
const CARDS_AT_ONCE = 8;

const calm = matchMedia('(prefers-reduced-motion: reduce)');

/**
 * Lets cards glide from where they were to where they are, and new ones appear. In a burst nothing glides: nobody could
 * follow it, and measuring hundreds of cards for each event would make the page slow.
 *
 * @param root holds the cards, each with `data-card` as its id
 * @param changed ids of the cards to be noticed
 * @param update makes the change; a promise
 */
export async function glide(root, changed, update) {
  if (calm.matches || changed.size === 0 || changed.size > CARDS_AT_ONCE) return update();
  const before = places(root);
  await update();
  for (const card of root.querySelectorAll('[data-card]')) {
    const now = card.getBoundingClientRect();
    const was = before.get(card.dataset.card);
    if (was && (was.x !== now.x || was.y !== now.y)) {
      const from = `translate(${was.x - now.x}px, ${was.y - now.y}px)`;
      card.animate([{ transform: from }, { transform: 'none' }], { duration: MILLIS, easing: 'ease-out' });
    } else if (!was && changed.has(card.dataset.card)) {
      card.animate([{ opacity: 0, transform: 'translateY(-8px)' }, { opacity: 1, transform: 'none' }], MILLIS);
    }
  }
}

function places(root) {
  return new Map([...root.querySelectorAll('[data-card]')].map((card) => [card.dataset.card, card.getBoundingClientRect()]));
}
