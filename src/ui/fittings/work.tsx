export { WorkBar as default } from "../WorkBar.tsx";
