// One pattern for definitions: the peer of the rows about definition sentences.

const pattern =
	/^[^,;:]{2,80}?(?:\([^()]*\) )?(?:\b(?:is|are) (?:a|an|the|any|one of|called|defined as|known as)\b|\b(?:means?|refers? to|denotes?|(?:is|are) called)\b)/i;

/** Whether a sentence begins as definitions do: `X is a …`, `X means …`. */
export function isCopulaDefinition(sentence) {
	return pattern.test(sentence);
}
