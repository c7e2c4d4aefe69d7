// Runs in the page: what a person types is given to the connectors of this page, and kept nowhere else.
import { provideCredentials } from './twinfloor.js';

const form = document.querySelector('form')!;

/** Connectors wait for it. */
const given = new Promise<Record<string, string>>((resolve) => {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const fields = [...form.querySelectorAll('input')].filter(({ value }) => value !== '');
    resolve(Object.fromEntries(fields.map(({ name, value }) => [name, value])));
    form.remove();
  });
});

provideCredentials(() => given);
