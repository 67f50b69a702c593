export function Popup() {
  return <main>Ferry</main>;
}
