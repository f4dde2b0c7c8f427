/**
 * Offices of South Korea that news call by a short form without ever saying what it is short for, the whole name first. None whose short form is another
 * office's or an everyday word as well: no `인권위` and `선관위`, which schools and parties have too, nor `산업부`, which
 * changes with each government.
 */
export const sameOffices: readonly (readonly string[])[] = [
	['기획재정부', '기재부'],
	['과학기술정보통신부', '과기정통부'],
	['행정안전부', '행안부'],
	['문화체육관광부', '문체부'],
	['농림축산식품부', '농식품부'],
	['보건복지부', '복지부'],
	['고용노동부', '고용부'],
	['여성가족부', '여가부'],
	['국토교통부', '국토부'],
	['해양수산부', '해수부'],
	['중소벤처기업부', '중기부'],
	['식품의약품안전처', '식약처'],
	['질병관리청', '질병청'],
	['공정거래위원회', '공정위'],
	['금융위원회', '금융위'],
	['금융감독원', '금감원'],
	['국민권익위원회', '권익위'],
	['방송통신위원회', '방통위'],
	['고위공직자범죄수사처', '공수처'],
	['국립과학수사연구원', '국과수'],
	['국가정보원', '국정원'],
	['건강보험심사평가원', '심평원'],
	['국민건강보험공단', '건보공단'],
	['한국전력공사', '한전'],
	['헌법재판소', '헌재'],
];
