// The order is the cascade's: the furniture, each figure's own, the home page and a presentation.
import "../ui/styles/index.css";
import "virtual:symbol-colours.css";
import "./figureStyles.ts";
import "../ui/styles/pages.css";
