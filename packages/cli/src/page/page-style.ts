/** The frame around the elements; all colours and faces are those of the theme. */
export const pageStyle = `body {
  margin: 0;
}
twin-provider {
  display: block;
  box-sizing: border-box;
  min-height: 100vh;
  padding: 0 24px 24px;
  background: var(--twin-color-surface);
  color: var(--twin-color-text-primary);
  font: 13px/1.4 var(--twin-font-sans, system-ui, sans-serif);
}
header {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px 24px;
  padding-block: 12px 16px;
}
header > twin-clock {
  flex: 1 0 100%;
}
h1 {
  margin: 0;
  font-size: 20px;
  line-height: 26px;
}
form {
  display: flex;
  flex-wrap: wrap;
  gap: 8px 16px;
}
input,
button {
  min-height: 28px;
  box-sizing: border-box;
  border: 1px solid var(--twin-color-line-strong);
  background: none;
  color: inherit;
  font: inherit;
}
h2 {
  margin: 0 0 8px;
  font-size: 15px;
  line-height: 20px;
}
main {
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: 24px 32px;
}
section {
  min-width: 0;
}
.wide {
  grid-column: 1 / -1;
}
@media (max-width: 900px) {
  main {
    grid-template-columns: minmax(0, 1fr);
  }
}
`;

/** Shown beside the name of the page. */
export const pageIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#2f6fb3" d="M1 15V7l4 3V7l4 3V1h6v14z"/></svg>
`;
