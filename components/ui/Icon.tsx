/** Strokes on a 20 × 20 grid. One drawing per meaning; a direction is flipped by CSS, not drawn twice. */
const drawings = {
  alert: 'M10 3.2 17.6 16.6H2.4ZM10 8.2v3.6M10 14.1v.1',
  at: 'M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0Zm0 0v1.2a2 2 0 0 0 4 0V10a7 7 0 1 0-2.8 5.6',
  back: 'M12 4.5 6.5 10l5.5 5.5',
  check: 'm4 10.5 4 4 8-9',
  chevron: 'm5.5 8 4.5 4.5L14.5 8',
  clock: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM10 6v4.2l2.6 1.6',
  close: 'm5 5 10 10M15 5 5 15',
  copy: 'M7.5 7.5h9v9h-9zM12.5 4.5v-1h-9v9h1',
  down: 'M10 3.5v10m-4-4 4 4 4-4M4 17h12',
  edit: 'm4 16 .8-3.6L13.2 4l2.8 2.8-8.4 8.4Z',
  external: 'M11.5 3.5h5v5M16 4 9.5 10.5M8 4.5H3.5v12h12V12',
  eye: 'M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5Zm9.7 0a2.2 2.2 0 1 1-4.4 0 2.2 2.2 0 0 1 4.4 0Z',
  file: 'M5 2.5h6.5L15 6v11.5H5ZM11.5 2.5V6H15',
  film: 'M3 5h14v10H3zM6.5 5v10M13.5 5v10M3 10h3.5M13.5 10H17',
  filter: 'M3 5.5h14M5.5 10h9M8 14.5h4',
  grip: 'M7.5 5v.1M12.5 5v.1M7.5 10v.1M12.5 10v.1M7.5 15v.1M12.5 15v.1',
  hash: 'M7.5 3.5 6 16.5M14 3.5l-1.5 13M3.5 7.5h13.5M3 12.5h13.5',
  image: 'M3 4h14v12H3zM3 13.5l4-4 4 4 2-2 4 3.5M12.8 7.8v.1',
  inbox: 'M3 11.5 5.2 4h9.6L17 11.5V16H3zM3 11.5h4l1 2h4l1-2h4',
  info: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM10 9.4V14M10 6.4v.1',
  more: 'M5 10v.1M10 10v.1M15 10v.1',
  pause: 'M7 4.5v11M13 4.5v11',
  person: 'M13 6.5a3 3 0 1 1-6 0 3 3 0 0 1 6 0ZM4 17c.4-3.4 2.8-5 6-5s5.6 1.6 6 5',
  play: 'M6.5 4v12l9-6Z',
  plus: 'M10 4v12M4 10h12',
  refresh: 'M16.5 10A6.5 6.5 0 1 1 14 4.9M16.5 3v4h-4',
  search: 'M13.5 8.75a4.75 4.75 0 1 1-9.5 0 4.75 4.75 0 0 1 9.5 0ZM12.3 12.3 17 17',
  settings:
    'M12.4 10a2.4 2.4 0 1 1-4.8 0 2.4 2.4 0 0 1 4.8 0ZM10 2.5v2.2m0 10.6v2.2M2.5 10h2.2m10.6 0h2.2M4.7 4.7l1.6 1.6m7.4 7.4 1.6 1.6m0-10.6-1.6 1.6m-7.4 7.4-1.6 1.6',
  star: 'm10 3 2.1 4.6 5 .5-3.8 3.3 1.1 4.9L10 13.8l-4.4 2.5 1.1-4.9L2.9 8.1l5-.5Z',
  stop: 'M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM5.2 14.8 14.8 5.2',
  trash: 'M4 5.5h12M8 5.5v-2h4v2M5.5 5.5l.7 11h7.6l.7-11',
  up: 'M10 16.5v-10m-4 4 4-4 4 4M4 3.5h12',
  panel: 'M3 4.5h14v11H3zM12 4.5v11',
  window: 'M3 4.5h14v11H3zM3 8h14',
} as const;

export type IconName = keyof typeof drawings;

interface IconProps {
  name: IconName;
  size?: number;
  /** Points along the line of reading: turned around where that runs right to left. */
  directional?: boolean;
}

/** Always decoration: the words beside it, or the button's label, say what it means. */
export function Icon({ name, size = 18, directional = false }: IconProps) {
  return (
    <svg
      className={directional ? 'icon icon-directional' : 'icon'}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
