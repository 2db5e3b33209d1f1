export { ClipPicker as default } from "../../../ui/ClipPicker.tsx";
