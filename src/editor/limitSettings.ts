import type { Caps } from '../library/caps.ts';

/** A setting that is a cap, in the unit that people think in. What is out of bounds is refused, so that no setting can switch a cap off. */
export interface LimitSetting {
	/** Without the section `dossier.`. */
	readonly id: string;
	readonly cap: keyof Caps;
	/** How much of the cap's unit one of the setting's is. */
	readonly unit: number;
	readonly min: number;
	readonly max: number;
	readonly isWhole: boolean;
}

const mebi = 1024 * 1024;

/** Every cap of `library/caps.ts`, as a setting. */
export const limitSettings: readonly LimitSetting[] = [
	{ id: 'limits.maxFileMegabytes', cap: 'maxFileBytes', unit: mebi, min: 1, max: 1_024, isWhole: false },
	{ id: 'limits.maxReadSeconds', cap: 'maxReadMs', unit: 1_000, min: 1, max: 600, isWhole: false },
	{ id: 'limits.maxContainerSeconds', cap: 'maxContainerMs', unit: 1_000, min: 1, max: 600, isWhole: false },
	// VS Code itself gives no text beyond 50 MB to extensions.
	{ id: 'limits.maxTextMegacharacters', cap: 'maxTextLength', unit: mebi, min: 1, max: 48, isWhole: true },
	{ id: 'limits.maxPages', cap: 'maxPages', unit: 1, min: 1, max: 100_000, isWhole: true },
	{ id: 'limits.maxMarkupDepth', cap: 'maxMarkupDepth', unit: 1, min: 10, max: 400, isWhole: true },
	{ id: 'limits.maxContainerParts', cap: 'maxContainerParts', unit: 1, min: 1, max: 100_000, isWhole: true },
	{ id: 'limits.maxUnpackedMegabytes', cap: 'maxUnpackedBytes', unit: mebi, min: 1, max: 1_024, isWhole: false },
];

/** Whether a value may stand in the setting. */
export function fitsLimit({ min, max, isWhole }: LimitSetting, value: unknown): boolean {
	return typeof value === 'number' && value >= min && value <= max && (!isWhole || Number.isInteger(value));
}
