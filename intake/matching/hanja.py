"""Names in Chinese characters (한자 이름), read in Hangul: the frequent ones only.

A character that is not in the table stays: nothing is guessed. A surname is read as surnames
are (金 is 김, 李 is 이).

>>> in_hangul("金民秀", frozenset("김"))
'김민수'
"""

_SURNAMES = (
    "김金 이李 박朴 최崔 정鄭丁程 강姜康 조趙曺曹 윤尹 장張蔣 임林任 한韓 오吳 서徐 신申辛愼 권權 황黃 안安 송宋 전全田錢 홍洪 "
    "유柳劉兪庾 고高 문文 양梁楊 손孫 배裵裴 백白 허許 남南 심沈 노盧魯 하河 곽郭 성成 차車 주朱周 우禹 구具丘 나羅 민閔 진陳秦晉 지池 "
    "엄嚴 채蔡 원元 천千 방方房 공孔 현玄 함咸 변邊卞 염廉 여呂余 추秋 도都 소蘇 석石 선宣 설薛 마馬 길吉 연延 위魏 표表 명明 기奇 반潘 왕王"
)
_GIVEN = (
    "민民敏旻珉玟 수秀洙壽守水修樹 준俊準峻濬 현賢玄鉉炫顯 영英永榮泳映寧 지智志知芝枝 우宇佑祐友雨 성成盛聖星誠性 "
    "진眞珍鎭振辰 호浩鎬虎好 훈勳薰訓 석錫碩奭石 철哲喆鐵 경景敬京慶炅 미美 희熙姬喜希 정正貞靜廷政晶 은恩銀殷 "
    "주珠柱周朱 연姸蓮然延淵 하夏河荷霞 서瑞書曙舒 윤允潤玧 아雅娥兒 원元源遠媛 재在宰載才 동東棟童 상相尙祥 "
    "기基琪起器 태泰太台 형亨馨炯 혜惠慧 숙淑 자子 순順淳 옥玉 인仁寅 용龍容勇 일一日 남南男 승承勝昇 선善宣仙 "
    "규奎圭 도道度 건建健 찬燦讚贊 환煥桓 빈彬 한漢翰 결潔 율律 세世 유有裕 보寶甫 나娜 라羅 린麟璘 솔率 시時詩始 "
    "신信新 안安 예禮藝睿 완完 욱旭昱 웅雄 종鍾宗 창昌 천天 춘春 효孝曉 화華花和 국國 구九 권權 근根 길吉 대大 덕德 "
    "두斗 명明 무武 문文 범範 병炳秉 복福 봉鳳 석夕 소素昭 송松 식植 애愛 엽葉 오五 운雲 월月 이伊 장章 제濟 조祖 중中重 "
    "채彩 택澤 표杓 필弼 학學 해海 향香 헌憲 홍弘 후厚 휘輝"
)


def _read(table: str) -> dict[str, str]:
    return {letter: one[0] for one in table.split() for letter in one[1:]}


_AS_SURNAME, _AS_GIVEN = _read(_SURNAMES), _read(_GIVEN)


def in_hangul(name: str, surnames: frozenset[str]) -> str:
    """Return a name with every known character read; the first one as a surname."""
    if (
        not name
        or name[0] not in _AS_SURNAME
        or _AS_SURNAME[name[0]] not in surnames | {"나"}
    ):
        return name
    rest = (_AS_GIVEN.get(x) or _AS_SURNAME.get(x, x) for x in name[1:])
    return _AS_SURNAME[name[0]] + "".join(rest)
