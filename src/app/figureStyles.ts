/** A figure's own style lies in its folder and is found there. */
import.meta.glob("../figures/*/style.css", { eager: true });
