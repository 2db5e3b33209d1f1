import { initial } from "../../kit/derive.ts";
import { params, type Setting } from "./params.ts";
import { presets } from "./presets.ts";
import type { SeriesId } from "./series.ts";

/** The seeds from which every series was trained when it was recorded: all of them are shown. */
export const SEEDS = [1, 2, 3, 4, 5] as const;

/** How a series is forecast where all are compared: as its preset says, all else as declared. */
export const settingFor = (id: SeriesId): Setting => ({ ...initial(params), ...presets[id].set });
