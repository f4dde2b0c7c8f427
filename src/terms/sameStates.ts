/**
 * Names of states and unions that have several, as the United Nations' list and English use have them; acronyms among them. The first of a row is the
 * shortest in common use. None that is another state's as well: no `Korea`, `Congo`, `America`, `Macedonia`.
 */
export const sameStates: readonly (readonly string[])[] = [
	['United States', 'US', 'USA', 'United States of America'],
	['United Kingdom', 'UK', 'Britain', 'Great Britain', 'United Kingdom of Great Britain and Northern Ireland'],
	['South Korea', 'Republic of Korea', 'ROK'],
	['North Korea', "Democratic People's Republic of Korea", 'DPRK'],
	['China', "People's Republic of China", 'PRC'],
	['United Nations', 'UN'],
	['European Union', 'EU'],
	['Democratic Republic of the Congo', 'DRC'],
	['United Arab Emirates', 'UAE'],
	['Russia', 'Russian Federation'],
	['Iran', 'Islamic Republic of Iran'],
	['Syria', 'Syrian Arab Republic'],
	['Vietnam', 'Viet Nam', 'Socialist Republic of Vietnam'],
	['Laos', "Lao People's Democratic Republic", 'Lao PDR'],
	['Moldova', 'Republic of Moldova'],
	['Tanzania', 'United Republic of Tanzania'],
	['Bolivia', 'Plurinational State of Bolivia'],
	['Venezuela', 'Bolivarian Republic of Venezuela'],
	['Czech Republic', 'Czechia'],
	['Myanmar', 'Burma'],
	['Eswatini', 'Swaziland'],
	['Ivory Coast', "Côte d'Ivoire"],
	['Cape Verde', 'Cabo Verde'],
	['East Timor', 'Timor-Leste'],
	['Turkey', 'Türkiye'],
	['North Macedonia', 'Republic of North Macedonia'],
];
