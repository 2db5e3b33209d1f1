export { TaskBar as default } from "../TaskBar.tsx";
