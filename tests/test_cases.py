"""The real library: complete, sound, and true to the register of its founding interview."""

from __future__ import annotations

import re
from functools import cache

import pytest

from anliku.link.figures import figures
from anliku.schema.kinds import KINDS
from anliku.schema.source import Source
from tests.library import ROOT, examine_root, linked_root

INTERVIEW = "gongyishibao-jiangwei"

ENTRIES = {
    "case": "aiyouxi-zhushequ-xiezuo cong-chouwuzi-dao-zhuanye shuji-zhuren-xuexiqun "
    "tongxing-zhuanye-gongju xinjiyuan-special-task yudong-liucheng-gengxin zaixian-kangyi-daoyin",
    "model": "hangye-zhichi wufeng-rongru zhuanxiang-liandong",
    "organization": "aiyouxi chengdu-minzhengju chengdu-shegong-xiehui gengxin-zhiyuan-xiaozu "
    "gongyi-shibao tongxing-shegong wuhan-shegong-jigou xinjiyuan xinkongjian yudong-shequ "
    "zhongguo-shegong-lianhehui",
    "person": "jiangwei wenmei yangjinhui",
    "practice": "bianxie-zhiyin changyi-xin duiying-suoding-shequ jiuliucheng-gengxin "
    "paicha-xuanchuan-lianjie pingshi-jilei-xinren xianshang-lianhe-xiaozu xianxing-zhunbei "
    "xuexiqun-huchuan yiduiyi-jiedui zhuanxiang-fengong",
    "tool": "canyu-fangkong-yaoze gongwei-shegong-fuwu-neirong gongwei-shegong-gongjubao "
    "jiuzhu-zhinan yiqing-fuwu-shouce yiqing-xinli-shudao zaixian-kangyi-gongzuo-daoyin "
    "zhi-quanshi-shegong-xin",
    "challenge": "bushan-chou-wuzi shequ-ganbu-touzhi shequ-renshou-buzu tekun-zhaohu-duandang "
    "wuzi-duanque yiqing-bianjie-buqing",
    "recommendation": "gongfu-zai-pingshi linshi-jianhu-jizhi lunhuan-xinli-zhichi "
    "renqing-dingwei zuo-zhuanye-de-shi zuzhi-shehui",
    "term": "rouxing-gongtongti sanshe-liandong shequ-fazhan-zhili shequ-yingzao shishi-guer "
    "shuniuxing-pingtai zhichixing-shequ-yingzao zhuanxiang",
    "vocabulary": "beneficiaries events legal-forms levels methods phases places roles supported "
    "tasks tool-forms",
}

FACTS = """
t 基本信息 001 002 003 006 007
q1 基本信息 004
b 基本信息 005
l 来源所述 008 009 010 011 012
l 记者提问中的说法 013
q1 记者提问中的说法 014
a1p1 来源所述 015 016
a1p2 基本信息 017
a1p2 来源所述 018 019 020 021
a1p3 来源所述 022 023 024 025
a1p3 受访者看法 026
a1p4 来源所述 027
a1p4 受访者看法 028 029
a2p1 来源所述 030
a2p1 受访者看法 031 032 033
a2p2 受访者看法 034 035 036
q3 记者提问中的说法 037
a3p1 受访者看法 038 039 040
a3p2 来源所述 041 042
a3p2 受访者看法 043 044
a4p1 受访者看法 045
a4p1 来源所述 046
a4p1 机构自述 047 048
a5p1 来源所述 049 050 052
a5p1 受访者看法 051
a5p2 机构自述 053
a5p2 来源所述 054 056 057 058 059 060
a5p2 基本信息 055
a5p2 受访者看法 061
a6p1 受访者看法 062 063
a6p1 来源所述 064
a6p2 受访者看法 065
a6p2 来源所述 066 067
a6p2 受访者建议 068
a6p3 受访者看法 069 071 074
a6p3 来源所述 070
a6p3 受访者建议 072 073 075
a7p1 受访者看法 076
a7p2 基本信息 077
a7p2 受访者看法 078 079 080 084
a7p2 来源所述 081 082 083
a7p3 基本信息 085
a7p3 受访者看法 087 091
a7p3 来源所述 086 088 089 090
a7p4 基本信息 092
a7p4 来源所述 093 094 095
a7p4 受访者看法 096
q8 记者提问中的说法 097 098
a8p1 受访者建议 099 101
a8p1 受访者看法 100
a8p2 受访者看法 102 104 105
a8p2 受访者建议 103
"""

RELATIONS = """
wufeng-rongru 代表 aiyouxi
wufeng-rongru 列举 xinkongjian
wufeng-rongru 列举 tongxing-shegong
zhuanxiang-liandong 代表 xinjiyuan
hangye-zhichi 代表 tongxing-shegong
yudong-liucheng-gengxin 发生地 yudong-shequ
yudong-liucheng-gengxin 主导 yangjinhui
yudong-liucheng-gengxin 做法 jiuliucheng-gengxin
yudong-liucheng-gengxin 做法 xianxing-zhunbei
shuji-zhuren-xuexiqun 做法 xuexiqun-huchuan
aiyouxi-zhushequ-xiezuo 来源点名 wufeng-rongru
aiyouxi-zhushequ-xiezuo 支持 aiyouxi
aiyouxi-zhushequ-xiezuo 支持 xinkongjian
aiyouxi-zhushequ-xiezuo 支持 tongxing-shegong
aiyouxi-zhushequ-xiezuo 做法 duiying-suoding-shequ
aiyouxi-zhushequ-xiezuo 做法 paicha-xuanchuan-lianjie
xinjiyuan-special-task 来源点名 zhuanxiang-liandong
xinjiyuan-special-task 专业支持 xinjiyuan
xinjiyuan-special-task 做法 zhuanxiang-fengong
xinjiyuan-special-task 应对 shequ-renshou-buzu
tongxing-zhuanye-gongju 来源点名 hangye-zhichi
tongxing-zhuanye-gongju 专业支持 tongxing-shegong
tongxing-zhuanye-gongju 产出 canyu-fangkong-yaoze
tongxing-zhuanye-gongju 产出 yiqing-fuwu-shouce
tongxing-zhuanye-gongju 产出 gongwei-shegong-fuwu-neirong
tongxing-zhuanye-gongju 产出 gongwei-shegong-gongjubao
tongxing-zhuanye-gongju 产出 yiqing-xinli-shudao
tongxing-zhuanye-gongju 产出 jiuzhu-zhinan
zaixian-kangyi-daoyin 参与 chengdu-shegong-xiehui
zaixian-kangyi-daoyin 参与 gengxin-zhiyuan-xiaozu
zaixian-kangyi-daoyin 合作 zhongguo-shegong-lianhehui
zaixian-kangyi-daoyin 合作 wuhan-shegong-jigou
zaixian-kangyi-daoyin 产出 zaixian-kangyi-gongzuo-daoyin
zaixian-kangyi-daoyin 做法 xianshang-lianhe-xiaozu
zaixian-kangyi-daoyin 做法 bianxie-zhiyin
cong-chouwuzi-dao-zhuanye 起因 bushan-chou-wuzi
cong-chouwuzi-dao-zhuanye 得出 zuo-zhuanye-de-shi
zhi-quanshi-shegong-xin 发布 chengdu-shegong-xiehui
wuzi-duanque 提出 jiangwei
shequ-ganbu-touzhi 提出 jiangwei
tekun-zhaohu-duandang 提出 jiangwei
shequ-ganbu-touzhi 建议 lunhuan-xinli-zhichi
tekun-zhaohu-duandang 建议 linshi-jianhu-jizhi
jiangwei 会长 chengdu-shegong-xiehui
jiangwei 机关党委书记 chengdu-minzhengju
yangjinhui 书记 yudong-shequ
wenmei 记者 gongyi-shibao
gongyishibao-jiangwei 受访 jiangwei
gongyishibao-jiangwei 采写 wenmei
gongyishibao-jiangwei 刊发 gongyi-shibao
gongfu-zai-pingshi 支撑 pingshi-jilei-xinren
wufeng-rongru 支撑 pingshi-jilei-xinren
"""

UNNAMED = """
shuji-zhuren-xuexiqun 参与 社区书记、主任
xianshang-lianhe-xiaozu 统筹 社工
xianshang-lianhe-xiaozu 支持 心理专家
xianshang-lianhe-xiaozu 支持 医生
"""

ELEVEN = {
    (2003, 2003), (2020, 2020), (17, 17), (17, 18), (4, 4), (14, 14), (3, 3), (100, 100),
    (30, 40), (9, 9),
}  # fmt: skip
"""The figures of the interview; the eleventh is 若干, which is no number."""

MIRRORS = """
kmweimi.com xinjiapo.news jiangsulong.com wwwfh2222.com iamlinker.com singaporesunrise.com
phniceday.com phfindart.com bkwk.cn 76hw.com 21xqjy.com seridoat.com vr-voyage.com lakalal.cn
strain.blog meipian.cn docduoduo.com renrendoc.com fjliren.com 18522802179.com 345kkx.com
anhei888.cn zgkjsz.com victorzhang.cn feifmx.com handmsg.com jizihe.com ruichengde.com
jl-tradealbania.com 578011.com johnnytowncar.com sourcecodebean.com centrifuge-cn.com hzqingjie.cn
bad.news scmsbdw.com lw33.cn zgcxtc.cn zyz.cn fgyfs.cn twgreatdaily.com wuhan.baogaosu.com
weiming.info 58.ca pttnews.cc jkzswang.com ttnews.xyz tiho88.cn hnmdtv.com npo365.cn ngo365.cn
superpyq.com luoohu.com shanda960.com
"""


def lines(table: str) -> list[list[str]]:
    """Cut a table into lines of words."""
    return [line.split() for line in table.split("\n") if line]


@cache
def interview() -> Source:
    """Return the founding source."""
    record = linked_root(ROOT).catalog.by_id[INTERVIEW].record
    assert isinstance(record, Source)
    return record


def test_library_has_no_findings() -> None:
    """Neither an error nor a reminder is left."""
    assert examine_root(ROOT).diagnostics == ()


@pytest.mark.parametrize("kind", ENTRIES)
def test_every_entry_of_the_register_is_there_and_published(kind: str) -> None:
    """The entries that the founding interview asks for exist, under these ids, for readers."""
    there = {e.id for e in linked_root(ROOT).catalog.of_kind(kind) if e.is_published}
    assert set(ENTRIES[kind].split()) - there == set()


def test_facts_have_place_and_basis() -> None:
    """All 105 facts are there, each at its passage and with its basis."""
    expected = {
        f"F{number}": (place, basis)
        for place, basis, *numbers in lines(FACTS)
        for number in numbers
    }
    assert {f"F{n:03d}" for n in range(1, 106)} == set(expected)
    assert expected == {fact.id: (fact.at[0], fact.basis) for fact in interview().facts}


def test_passages_are_those_of_the_interview() -> None:
    """Title, lead, eight questions, twenty paragraphs of answers, by-line."""
    counts = [4, 2, 2, 1, 2, 3, 4, 2]
    expected = {"t", "l", "b"} | {f"q{n}" for n in range(1, 9)}
    expected |= {f"a{n}p{p}" for n, count in enumerate(counts, 1) for p in range(1, count + 1)}
    assert expected == {passage.id for passage in interview().passages}
    assert len(expected) == 31


def test_views_belong_to_the_speaker() -> None:
    """What is thought or advised is 江维's, what is supposed in a question is the asker's."""
    holders = {fact.id: (fact.basis, fact.holder) for fact in interview().facts if fact.holder}
    assert {holder for basis, holder in holders.values() if basis.startswith("受访者")} == {"江维"}
    asked = {holder for basis, holder in holders.values() if basis == "记者提问中的说法"}
    assert "江维" not in asked


def test_interview_has_only_its_eleven_figures() -> None:
    """No fact of the interview holds a figure that the interview does not."""
    found = {figure for fact in interview().facts for figure in figures(fact.text)}
    assert {(float(low), float(high)) for low, high in ELEVEN} == found


def test_interview_dates_nothing_it_does_not_say() -> None:
    """Date, page and address of the interview are not in it, and so not here."""
    csl = interview().csl
    assert (csl.issued, csl.page, csl.issue, csl.URL) == (None, None, None, None)


@pytest.mark.parametrize("row", lines(RELATIONS), ids=" ".join)
def test_relation_of_the_register_holds(row: list[str]) -> None:
    """The relation is stored, with its role, and rests on a fact."""
    start, role, end = row
    edges = linked_root(ROOT).outgoing.get(start, ())
    found = [e for e in edges if e.target.id == end and (e.role or "做法") == role]
    assert len(found) == 1
    assert [ref for ref in found[0].refs if ref.startswith(f"{INTERVIEW}#F")]


@pytest.mark.parametrize("row", lines(UNNAMED), ids=" ".join)
def test_unnamed_actors_of_the_register_are_there(row: list[str]) -> None:
    """Those whom the source calls by role only are actors with that role."""
    entry, role, who = row
    actors = linked_root(ROOT).catalog.by_id[entry].record.actors
    assert [(a.role, a.ref) for a in actors if a.who == who] == [(role, None)]


def test_cases_without_a_model_in_the_source_have_none() -> None:
    """Only the three cases that the source names for a model belong to one."""
    assert {
        case.id: [link.ref for link in case.record.models]
        for case in linked_root(ROOT).catalog.of_kind("case")
        if case.record.models and case.id in ENTRIES["case"].split()
    } == {
        "aiyouxi-zhushequ-xiezuo": ["wufeng-rongru"],
        "xinjiyuan-special-task": ["zhuanxiang-liandong"],
        "tongxing-zhuanye-gongju": ["hangye-zhichi"],
    }


def test_service_users_of_the_online_groups() -> None:
    """The five groups that the source names are the beneficiaries of the online practice."""
    practice = linked_root(ROOT).catalog.by_id["xianshang-lianhe-xiaozu"].record
    assert len(practice.beneficiaries) == 5


@pytest.mark.parametrize("entry", ["renqing-dingwei", "zuzhi-shehui"])
def test_advice_is_for_those_the_question_names(entry: str) -> None:
    """The advice for weak organizations cites the question that asks for it."""
    points = linked_root(ROOT).catalog.by_id[entry].record.for_whom
    assert [f"{INTERVIEW}#F098"] == [ref for point in points for ref in point.cite]


def hosts(text: str) -> set[str]:
    """Return the hosts of all addresses in a text."""
    return {host.casefold() for host in re.findall(r"https?://([^/\s\"'）)]+)", text)}


def test_no_address_of_a_mirror_is_published() -> None:
    """No entry and no page names an address at a host that is known to copy others."""
    files = [*ROOT.glob("cases/**/*.yml"), *ROOT.glob("docs/**/*.md")]
    assert len(files) > 80
    found = {
        (path.name, host)
        for path in files
        for host in hosts(path.read_text(encoding="utf-8"))
        for mirror in MIRRORS.split()
        if host == mirror or host.endswith(f".{mirror}")
    }
    assert found == set()


def test_every_kind_of_the_founding_library_has_entries() -> None:
    """Only the kinds that wait for teachers may be empty."""
    there = {entry.kind.name for entry in linked_root(ROOT).published}
    assert set(KINDS) - there <= {"teaching_note", "reading_list"}
