"""A small library of social work to search in, written for these tests; nothing in it is real."""

from __future__ import annotations

from collections.abc import Iterable

from anliku.schema.vocabulary import Concept, Vocabulary
from anliku.search import Facet, SearchRecord, Section, Thesaurus

PHASES = ("准备", "应急", "恢复")
PEOPLE = ("老年人", "儿童", "残障人士", "一线社工", "照顾者")
PLACES = ("城区", "乡镇", "海岛")
NAMES_OF_KINDS = {"案例": "study", "机构": "organization", "工具": "tool"}
KINDS = tuple(NAMES_OF_KINDS)
FACETS = (
    Facet("kind", "类别", KINDS),
    Facet("phase", "阶段", PHASES),
    Facet("people", "服务对象", PEOPLE),
    Facet("place", "地点", PLACES),
)


def vocabulary(*concepts: dict[str, object], use: str = "只供检索") -> Vocabulary:
    """Return a vocabulary of concepts whose ids are their places, where they give none."""
    rows = ({"id": f"c{n}", **concept} for n, concept in enumerate(concepts))
    return Vocabulary(
        title="示例",
        summary="示例。",
        status="已发布",
        version=1,
        added="2026-01-01",
        updated="2026-01-01",
        use=use,
        concepts=tuple(Concept(**row) for row in rows),
    )


def concept(label: str, *alt: str, **given: object) -> dict[str, object]:
    """Return the fields of a concept."""
    return {"label": label, "alt": alt, **given}


def thesaurus(*concepts: dict[str, object], elements: Iterable[tuple[str, ...]] = ()) -> Thesaurus:
    """Return a thesaurus of concepts, and of elements, the basic form of each first."""
    rows = [concept(label, *alt) for label, *alt in elements]
    built = [vocabulary(*concepts)] if concepts else []
    return Thesaurus.from_vocabularies([*built, *([vocabulary(*rows, use="构词")] if rows else [])])


ELEMENTS = (("老人", "长者"), ("儿童", "孩子"), ("人员", "人士"), ("家属", "亲属"))
WORDS = thesaurus(
    concept("老年人", "老人", "银发族", id="older"),
    concept("独居老人", "空巢老人", "孤寡老人", broader="older"),
    concept("上门探访", "入户走访", "家访"),
    concept("志愿者", "义工"),
    concept("心理疏导", "情绪支持", "宽心聊天", scope="宽"),
    concept("流感", "流行性感冒"),
    concept("残障人士", "残疾人", "障碍者", id="disabled"),
    concept("智力障碍人士", "心智障碍者", broader="disabled"),
    concept("募款", "筹款", "劝募"),
    concept("排班", "轮值", "值班安排"),
    concept("留守儿童", "留守学童"),
    concept("照护", "照料", "看护"),
    concept("经验交流", "交流会"),
    elements=ELEMENTS,
)


def case(key: str, *told: str, **given: object) -> SearchRecord:
    """Return a record of title, summary, tags, body and facets.

    Tags and facets are parted by blanks; the body has a section on each line.
    """
    title, summary, tags, body, facets = told
    chosen: dict[str, tuple[str, ...]] = {"kind": ("案例",)}
    for value in facets.split():
        facet = next(f.key for f in FACETS if value in f.values)
        kept = () if facet == "kind" else chosen.get(facet, ())
        chosen[facet] = (*kept, value)
    lines = [line.strip().split("：", 1) for line in body.strip().splitlines()]
    return SearchRecord(
        id=key,
        kind=NAMES_OF_KINDS[chosen["kind"][0]],
        title=title,
        url=f"{key}.html",
        summary=summary,
        tags=tuple(tags.split()),
        sections=tuple(Section(heading, text, f"s{n}") for n, (heading, text) in enumerate(lines)),
        facets=chosen,
        **given,
    )


RECORDS = (
    case(
        "songcai",
        "给独居老人送菜送药的接力",
        "楼长、义工和社工排成一条线，当天的单子当天送完。",
        "独居老人 送药",
        """起因：封楼第二天，有六位独居老人打来电话，说药只够吃两天。
        做法：楼长每天下午收单，志愿者次日上午取药，社工负责核对名字和剂量。
        结果：四周里没有一单送错，断药的事没有再发生。""",
        "应急 老年人 城区",
        names=("晨曦社会工作服务中心", "晨曦社工"),
        size=(25, 40),
        note="晨曦社工",
    ),
    case(
        "tanfang",
        "空巢老人家里的二十分钟",
        "一次上门只问三件事：吃得怎样，睡得怎样，谁来看过你。",
        "空巢老人 入户走访",
        """做法：每位社工一周走八户，每户二十分钟，回来当天写一页记录。
        难处：有的长者听不清，问题写在卡片上递给他看。""",
        "恢复 老年人 乡镇",
        names=("新禾社工站", "新禾"),
        size=(6, 9),
        note="新禾",
    ),
    case(
        "jiashu",
        "照料者的周三下午",
        "照顾失智老人的家属每周聚一次，轮流说，也轮流歇。",
        "照料者 喘息",
        """做法：两小时里由看护员替班，家属在隔壁房间喝茶说话。
        人手：一名社工带队，两名退休护士帮忙。""",
        "恢复 照顾者 城区",
        names=("星河公益", "星河"),
        size=(120, 150),
        note="星河公益",
    ),
    case(
        "liushou",
        "留守儿童的夜间电话",
        "父母在外的孩子，晚上八点有一个可以打的号码。",
        "留守儿童 热线",
        """做法：四位大学生轮流接听，遇到哭闹先听完再说话。
        边界：电话里不问家里的收入，也不评价父母。""",
        "应急 儿童 乡镇",
        names=("同行社工站", "同行"),
        size=(3, 5),
        note="同行",
    ),
    case(
        "zhizhang",
        "陪智力障碍人士排队做检测",
        "提前一天走一遍路线，当天就不慌。",
        "智力障碍人士 陪同",
        """做法：社工带着图卡走一遍流程，图卡上画着棉签和椅子。
        提醒：不要突然碰他的肩膀，先让他看见你的手。""",
        "应急 残障人士 城区",
        names=("心荷互助队",),
        size=(11, 20),
    ),
    case(
        "canzhang",
        "残疾人代购小组",
        "轮椅出不了单元门的日子，由邻居轮流代购。",
        "残疾人 代购",
        """做法：每栋楼推一位联络人，列出不方便下楼的住户。
        账目：买菜的钱先记账，周末一起结。""",
        "应急 残障人士 城区",
        size=(21, 30),
    ),
    case(
        "paiban",
        "十二个人的排班表",
        "连上三天歇一天，夜里的电话单独排。",
        "排班 休整",
        """起因：第二周有人累倒，大家才坐下来重排班次。
        做法：白班四人一组，夜班两人，机动两人随时补位。""",
        "应急 一线社工 城区",
        names=("晨曦社会工作服务中心", "晨曦社工"),
        size=(12, 12),
    ),
    case(
        "lunzhi",
        "海岛上的轮值办法",
        "船三天一班，值守的人七天一换。",
        "轮值 海岛",
        """做法：上岛的人带足七天的药和粮，交接在码头当面做。
        教训：对讲机要带两块电池。""",
        "准备 一线社工 海岛",
        size=(40, 60),
    ),
    case(
        "shudao",
        "值守人员的心理疏导",
        "下班前十五分钟，围坐一圈，说一件放不下的事。",
        "心理疏导 同伴",
        """做法：带圈的人不做点评，只说谢谢你讲出来。
        转介：连续三天睡不着的，请心理老师单独谈。""",
        "应急 一线社工 城区",
    ),
    case(
        "liaotian",
        "坐在长椅上的宽心聊天",
        "不叫咨询，也不登记，想说就坐下来。",
        "宽心聊天 广场",
        """做法：长椅旁立一块小牌，写着今天谁在。
        发现：来得最多的是刚退休的人。""",
        "恢复 老年人 城区",
    ),
    case(
        "mukuan",
        "三千块怎么筹款筹到三万",
        "小额、月捐、每一笔都写清去处。",
        "筹款 月捐",
        """做法：每个捐款人都收到一张照片，照片上是他那一笔买的东西。
        账目：每月五号公布，晚一天就在群里说明。""",
        "准备 乡镇",
        names=("星河公益", "星河"),
        size=(120, 150),
    ),
    case(
        "wuzi",
        "口罩不够时先给谁",
        "先给要进病房的人，再给要上门的人。",
        "物资 分配",
        """做法：库房门口贴一张表，谁领了几只一眼看得见。
        争议：有人要求平均发，会上讨论了两次才定下来。""",
        "应急 城区",
    ),
    case(
        "jiaoliu",
        "结束之后坐下来谈感受",
        "项目收尾的那天，大家交流感受，不写总结。",
        "收尾 复盘",
        """做法：每个人带一件用过的东西来，讲它的来历。
        记录：只记原话，不归纳。""",
        "恢复 一线社工 城区",
    ),
    case(
        "liugan",
        "流感季的门口一张桌",
        "进门先量体温，桌上放着洗手液和笔。",
        "流感 预防",
        """做法：老人来活动前先在桌边坐一坐，量过再进去。
        备用：桌子下面放着一箱备用的口罩。""",
        "准备 老年人 城区",
    ),
    case(
        "shengbing",
        "打一针再回家",
        "动员流动摊贩接种流行性感冒疫苗。",
        "接种 动员",
        """做法：收摊以后来，最晚可以等到九点。
        结果：两条街的摊主来了八成。""",
        "准备 城区",
    ),
    case(
        "fangyan",
        "方言广播稿的写法",
        "一句话不超过十二个字，念两遍。",
        "广播 方言",
        """做法：先请村里的老师念一遍，听不懂的词当场换掉。
        提醒：不要用反问句，听的人会以为在骂人。""",
        "准备 工具 乡镇",
    ),
    case(
        "dengji",
        "入户登记卡（一页）",
        "姓名、电话、用药、紧急联络人，别的不问。",
        "登记 隐私",
        """用法：登记卡由社工自己保管，不拍照，不发群。
        字段：用药一栏写药名和剩余天数。""",
        "准备 工具 城区",
    ),
    case(
        "ptsd",
        "认识PTSD的十张图",
        "给一线人员看的图卡，讲创伤后应激障碍。",
        "PTSD 图卡",
        """用法：每张图讲一分钟，讲完让人走动一下。
        提醒：图卡不能用来下诊断。""",
        "恢复 工具 一线社工",
    ),
    case(
        "chenxi",
        "晨曦社会工作服务中心",
        "从三间平房起步的社区机构。",
        "社区",
        """概况：中心有专职社工二十多人，另有退休医生做顾问。""",
        "机构 城区",
        names=("晨曦社会工作服务中心", "晨曦社工"),
        size=(25, 40),
    ),
    case(
        "xinhe",
        "新禾社工站",
        "乡镇里最小的社工站之一。",
        "乡镇",
        """概况：站里六个人，管着十一个村。""",
        "机构 乡镇",
        names=("新禾社工站", "新禾"),
        size=(6, 9),
    ),
    case(
        "xinghe",
        "星河公益",
        "做筹款也做培训的公益机构。",
        "培训",
        """概况：全职同事分在四个城市，总部设在省会。""",
        "机构 城区",
        names=("星河公益", "星河"),
        size=(120, 150),
    ),
    case(
        "tongxing",
        "同行社工站",
        "大学生和社工一起办的站点。",
        "大学生",
        """概况：同行的意思是一起走，也是做同一行的人。""",
        "机构 乡镇",
        names=("同行社工站", "同行"),
        size=(3, 5),
    ),
    case(
        "qinjiaping",
        "覃家坪社工站",
        "山里的站点，覆盖两条沟。",
        "山区",
        """概况：站长姓覃，原来是村医。""",
        "机构 乡镇",
        names=("覃家坪社工站",),
        size=(1, 2),
        reading="Qín jiā píng shè gōng zhàn",
    ),
    case(
        "haidao",
        "海岛志愿服务总队",
        "全省最大的志愿队伍，船员、医生和渔民都有。",
        "渔民",
        """概况：注册队员一千两百人，常来的两百人上下。""",
        "机构 海岛",
        names=("海岛志愿服务总队",),
        size=(1200, None),
    ),
    case(
        "yigong",
        "义工培训的第一课",
        "先学怎么拒绝，再学怎么帮忙。",
        "义工 培训",
        """做法：两人一组演练，一个提要求，一个说不。
        讨论：哪些话说出来不伤人。""",
        "准备 城区",
    ),
    case(
        "juhui",
        "经验交流会怎么开才不累",
        "每组十分钟，超时就摇铃。",
        "经验交流 会议",
        """做法：材料提前三天发，会上只讲做错的地方。
        结果：两个小时散会，留下一页纸的清单。""",
        "恢复 一线社工 城区",
    ),
)
