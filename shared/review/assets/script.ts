/** What the page does better where scripts run; without it everything works all the same. */
export const SCRIPT = `
for (const box of document.querySelectorAll('.command')) {
  if (!navigator.clipboard) break;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = box.dataset.copy;
  button.setAttribute('aria-live', 'polite');
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(box.querySelector('code').textContent);
    button.textContent = box.dataset.copied;
    setTimeout(() => { button.textContent = box.dataset.copy; }, 2000);
  });
  box.classList.add('can-copy');
  box.append(button);
}
for (const plot of document.querySelectorAll('.timeline > .scroll')) plot.scrollLeft = plot.scrollWidth;
for (const form of document.querySelectorAll('form[method=get]')) {
  form.addEventListener('submit', () => {
    for (const field of form.elements) if (field.name && field.value === '') field.disabled = true;
  });
}
addEventListener('pageshow', () => {
  for (const field of document.querySelectorAll('form[method=get] :disabled')) field.disabled = false;
});
for (const form of document.querySelectorAll('form[method=post]')) {
  form.addEventListener('submit', () => {
    setTimeout(() => { for (const button of form.querySelectorAll('button')) button.disabled = true; });
  });
}
`;
