/**
 * Does something now, and again so many milliseconds after it is done, while the tab is shown.
 * Returns a function that ends it.
 */
export function every(millis, action) {
  let timer;
  let ended = false;
  const run = async () => {
    clearTimeout(timer);
    if (ended) return;
    if (document.visibilityState !== 'hidden') await action();
    clearTimeout(timer); // the tab may have been shown meanwhile, which begins another one
    if (!ended) timer = setTimeout(run, millis);
  };
  const shown = () => document.visibilityState === 'visible' && run();
  document.addEventListener('visibilitychange', shown);
  run();
  return () => {
    ended = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', shown);
  };
}
