import type { Twin } from '@twinfloor/core';
import { ReactiveElement } from 'lit';
import { property } from 'lit/decorators.js';
import { ClockController } from '../controllers/clock-controller.js';
import { SignalsController } from '../controllers/signals-controller.js';
import { TwinController } from '../controllers/twin-controller.js';
import { VisibilityController } from '../controllers/visibility-controller.js';
import { TwinSelectEvent } from '../events/select-event.js';
import { adoptStyles } from '../internal/adopt-styles.js';
import { AlarmFollower } from '../internal/alarm-follower.js';
import { define } from '../internal/define.js';
import { hostStyles } from '../internal/host.styles.js';
import { Pace } from '../internal/pace.js';
import { addEnglish } from '../internal/language.js';
import { equipmentBoardTerms } from '../locales/en/equipment-board.js';
import { BoardCells } from './board-cells.js';
import { type BoardContent, boardContent } from './board-groups.js';
import { BoardInput } from './board-input.js';
import { type BoardLayout, layoutBoard } from './board-layout.js';
import { BoardSurface, type BoardScene } from './board-surface.js';
import type * as table from './board-table.js';
import { machineWords, summaryWords } from './board-words.js';
import { styles } from './equipment-board.styles.js';

addEnglish(equipmentBoardTerms);

/** Above so many machines the open table is filled when it is opened, not each second. */
const liveRows = 500;
/** Up to so many machines their names are measured. */
const mostNamed = 1000;
const noAddresses: readonly string[] = [];

/**
 * @summary Up to ten thousand machines on one canvas: each a cell with the form or the glyph of its state.
 *
 * The machines of a line stand together under its name. Cells are as large as room and number allow: with name and
 * glyph, with glyph, or with the form of the state only; where even the smallest do not fit, the board scrolls. Only
 * cells that have changed are painted. The line below says what the machine does that is pointed at, else how many
 * are in which state; a table says the same of all.
 *
 * One Tab leads into the board; arrow keys, Home and End move, letters find a name, Enter or Space selects for all
 * elements of the twin.
 *
 * @tag twin-equipment-board
 *
 * @fires {TwinSelectEvent} twin-select - Somebody chose a machine.
 *
 * @csspart base - The board.
 * @csspart readout - The line below.
 * @csspart table - The table behind the board.
 *
 * @cssproperty [--twin-equipment-board-block-size=480px] - Height of the board with its read-out.
 */
export class TwinEquipmentBoard extends ReactiveElement {
  static override styles = [hostStyles, styles];

  readonly #twin = new TwinController(this);
  readonly #visibility = new VisibilityController(this);
  // Made by hand: board, box, canvas and read-out are all the nodes while nobody is at the board.
  readonly #board = document.createElement('div');
  readonly #readout = document.createElement('div');
  readonly #surface = new BoardSurface(
    () => this.#scene(),
    () => this.requestUpdate(),
  );
  readonly #input = new BoardInput(this.#board, this.#surface.canvas, {
    layout: () => this.#layout,
    names: () => this.#content?.names ?? [],
    top: () => this.#surface.top,
    entry: () => Math.max(0, this.#cells?.indexOf(this.#madeFor?.selection.equipment) ?? 0),
    changed: (before, after) => this.#point(before, after),
    reveal: (index) => this.#layout && this.#surface.reveal(this.#layout.y[index], this.#layout.height),
    select: (index) => this.#select(index),
    arrived: () => void this.#showBelow(),
  });
  readonly #alarms = new AlarmFollower(
    () => import('./board-alarms.js'),
    () => this.#onTick(),
  );
  readonly #pace = new Pace(() => this.#surface.refresh());
  #below: HTMLElement | undefined;
  #table: typeof table | undefined;
  #content: BoardContent | undefined;
  #cells: BoardCells | undefined;
  #layout: BoardLayout | undefined;
  /** What content and layout were made of. */
  #madeOf = '';
  #madeFor: Twin | undefined;
  #family = '';
  #isOpen = false;
  #endSelection: (() => void) | undefined;

  /** Id of a line, a workshop or a site. Default: everything in the workshop file. */
  @property() equipment = '';

  /** Shows a lock in the place of data that the reader may not see. */
  @property({ type: Boolean, reflect: true }) locked = false;

  /** Id of a provider elsewhere on the page. Default: the one around the element. */
  @property() provider = '';

  /** A twin made by script; goes before any provider. */
  @property({ attribute: false }) twin: Twin | undefined;

  constructor() {
    super();
    const twin = () => this.#twin.twin;
    const visible = () => this.#visibility.visible;
    new ClockController(this, { twin, visible, tick: () => this.#onTick() });
    new SignalsController(this, {
      twin,
      visible,
      addresses: () => this.#cells?.addresses ?? noAddresses,
      changed: (changed) => {
        this.#cells?.read(changed);
        if (this.#cells?.dirtyCount) this.#pace.change();
      },
    });
    this.#build();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#surface.wake();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#pace.end();
    this.#alarms.end();
    this.#surface.sleep();
    this.#endSelection?.();
    this.#madeFor = undefined;
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.append(this.#board);
    return root;
  }

  protected override willUpdate(): void {
    const { twin, language } = this.#twin;
    const equipment = this.#twin.equipment(this.equipment);
    if (!twin || this.locked || (this.equipment !== '' && !equipment)) {
      this.#cells = this.#layout = undefined;
      this.#madeOf = '';
      return;
    }
    const { width, height } = this.#surface;
    const from = equipment ? [equipment.id] : twin.tree.roots;
    const key = `${from.join(' ')} ${language.tag} ${width} ${height}`;
    if (key !== this.#madeOf || twin !== this.#madeFor) this.#make(twin, from);
    this.#madeOf = key;
  }

  protected override updated(): void {
    const { terms } = this.#twin;
    this.#board.hidden = this.#cells === undefined || this.#cells.ids.length === 0;
    this.#board.setAttribute('aria-description', terms.boardKeys);
    this.#surface.grow(this.#layout?.total ?? 0);
    this.#readAll();
    this.#say();
    this.#surface.repaint();
    if (this.#board.hidden) void this.#showBelow();
    else if (this.#below) void this.#showBelow();
  }

  /** Where the cell of a machine stands, in px from the top left of the whole board; `undefined` without one. */
  rectOf(equipment: string): DOMRectReadOnly | undefined {
    const index = this.#cells?.indexOf(equipment) ?? -1;
    if (index < 0 || !this.#layout) return undefined;
    const { x, y, width, height } = this.#layout;
    return new DOMRectReadOnly(x[index], y[index], width, height);
  }

  #build(): void {
    const board = this.#board;
    const { box } = this.#surface;
    board.className = 'board';
    board.setAttribute('part', 'base');
    board.setAttribute('role', 'listbox');
    board.tabIndex = 0;
    // The one option of many that is pointed at: as the list is virtual, it says its place itself.
    this.#readout.className = 'readout';
    this.#readout.setAttribute('part', 'readout');
    this.#readout.setAttribute('role', 'option');
    board.append(box, this.#readout);
    this.addEventListener('pointerenter', () => void this.#showBelow());
  }

  #make(twin: Twin, from: readonly string[]): void {
    const { width, height } = this.#surface;
    const { direction, fontFamily } = getComputedStyle(this);
    this.#family = fontFamily;
    const context = this.#surface.canvas.getContext('2d');
    const widthOf = (text: string) => context?.measureText(text).width ?? 0;
    if (context) context.font = `700 12px ${fontFamily}`;
    const content = boardContent(twin, from, this.#twin.language.tag, widthOf);
    const { names, groups } = content;
    // Of more machines no cell is large enough for a name.
    const widest = names.length > mostNamed ? Infinity : Math.max(0, ...names.map(widthOf));
    if (twin !== this.#madeFor || content.ids.join(' ') !== this.#content?.ids.join(' ')) {
      this.#cells = new BoardCells(twin, content.ids);
      this.#input.reset();
      this.#endSelection?.();
      this.#endSelection = twin.selection.subscribe(() => this.#surface.repaint());
    }
    this.#madeFor = twin;
    this.#content = content;
    this.#layout = width > 0 ? layoutBoard(groups, width, height, widest, direction === 'rtl') : undefined;
  }

  #scene(): BoardScene | undefined {
    const twin = this.#madeFor;
    const cells = this.#cells;
    const layout = this.#layout;
    if (!twin || !cells || !layout || !this.#content || !this.#visibility.visible) return undefined;
    return {
      cells,
      layout,
      names: this.#content.names,
      colours: this.#twin.colours,
      family: this.#family,
      selected: cells.indexOf(twin.selection.equipment),
      focused: this.#input.hasRing ? this.#input.active : -1,
      hovered: this.#input.hovered,
      paintMark: this.#alarms.parts?.paintMark,
    };
  }

  #readAll(): void {
    const twin = this.#madeFor;
    const cells = this.#cells;
    cells?.readAll();
    if (!twin || !cells || !this.isConnected) return;
    this.#alarms.read(twin, cells.ids);
    this.#alarms.parts?.readAlarms(twin, cells, this.#twin.language);
  }

  #alarmOf(id: string): string {
    const twin = this.#madeFor;
    return (twin && this.#alarms.parts?.alarmWords(twin, id, this.#twin.language)) ?? '';
  }

  /** Sources may have gone silent, and durations have grown. */
  #onTick(): void {
    this.#readAll();
    if (this.#cells?.dirtyCount) this.#surface.refresh();
    this.#say();
    if (this.#isOpen && (this.#cells?.ids.length ?? 0) <= liveRows) void this.#showBelow();
  }

  /** Writes what has changed of the words: the read-out for those who see, the option and its list for others. */
  #say(): void {
    const twin = this.#madeFor;
    const cells = this.#cells;
    if (!twin || !cells || cells.ids.length === 0) return;
    const { language } = this.#twin;
    const summary = summaryWords(cells, language);
    const { shown, isFocused } = this.#input;
    const text =
      shown < 0 ? summary : machineWords(twin, cells.ids[shown], language, this.#alarmOf(cells.ids[shown]));
    const isSelected = shown >= 0 && cells.ids[shown] === twin.selection.equipment;
    write(this.#board, 'aria-label', summary);
    // Also what is seen: the style sheet writes the label out, which saves a node.
    write(this.#readout, 'aria-label', text);
    write(this.#readout, 'aria-selected', String(isSelected));
    write(this.#readout, 'aria-posinset', String(shown + 1 || 1));
    write(this.#readout, 'aria-setsize', String(cells.ids.length));
    // Another id for another machine, or a screen reader would not notice that it is one.
    write(this.#readout, 'id', `cell-${shown}`);
    write(this.#board, 'aria-activedescendant', isFocused ? `cell-${shown}` : '');
  }

  /** Has cells painted whose ring has changed, and says what is pointed at. */
  #point(before: number, after: number): void {
    this.#cells?.mark(before);
    this.#cells?.mark(after);
    this.#surface.refresh();
    this.#say();
  }

  #select(index: number): void {
    const id = this.#cells?.ids[index];
    if (id === undefined) return;
    this.#madeFor?.selection.select(id);
    this.#say();
    this.dispatchEvent(new TwinSelectEvent(id));
  }

  /** What stands below the board once somebody is at it: the table; in its place, why there is no board. */
  async #showBelow(): Promise<void> {
    this.#table ??= await import('./board-table.js');
    const { boardTable, boardNotice, dataTableStyles, render } = this.#table;
    adoptStyles(this, dataTableStyles);
    if (!this.#below) {
      this.#below = document.createElement('div');
      this.#below.className = 'below';
      this.renderRoot.append(this.#below);
    }
    const { twin, language } = this.#twin;
    const ids = this.#cells?.ids ?? [];
    const toggle = () => {
      this.#isOpen = !this.#isOpen;
      void this.#showBelow();
    };
    const content =
      twin && ids.length > 0
        ? boardTable(twin, ids, language, (id) => this.#alarmOf(id), this.#isOpen, toggle)
        : boardNotice(this.#twin, this.equipment, this.locked);
    render(content, this.#below);
  }
}

/** Sets an attribute only where it is another: each write costs a screen reader a look. */
function write(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

define('twin-equipment-board', TwinEquipmentBoard);

declare global {
  interface HTMLElementTagNameMap {
    'twin-equipment-board': TwinEquipmentBoard;
  }
}
