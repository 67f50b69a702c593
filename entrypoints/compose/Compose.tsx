export function Compose() {
  return <main />;
}
