export default function Recent() {
  return null;
}
