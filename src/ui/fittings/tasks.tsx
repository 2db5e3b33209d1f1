export { TaskBars as default } from "../TaskBar.tsx";
