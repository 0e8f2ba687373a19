//! The words of the field, as data. Longer words come first where one ends or opens another.

use super::index::{Endings, Openings};
use crate::ast::{Direction, Genre, IssueAction, SecrecyLevel, UrgencyLevel};

/// 密级 (9704 7.2.2).
pub(crate) const SECRECY: &[(&str, SecrecyLevel)] =
    &[("绝密", SecrecyLevel::TopSecret), ("机密", SecrecyLevel::Secret), ("秘密", SecrecyLevel::Confidential)];

/// 紧急程度 of documents and telegrams (9704 7.2.3); 急件 is met in older ones.
pub(crate) const URGENCY: &[(&str, UrgencyLevel)] = &[
    ("特提", UrgencyLevel::Flash),
    ("特急", UrgencyLevel::ExtraUrgent),
    ("加急", UrgencyLevel::Urgent),
    ("急件", UrgencyLevel::Urgent),
    ("平急", UrgencyLevel::Routine),
];

/// How a 题注 ends: what was done with the rules on its day.
pub(crate) const ADOPTIONS: [&str; 10] =
    ["通过", "公布", "修订", "修正", "修改", "发布", "施行", "批准", "颁布", "废止"];

/// Labels in front of a 发文字号, from the tables publishers put over a document.
pub(crate) static DOC_NUMBER_LABELS: Openings = Openings::of(&[
    "发文字号", "发文文号", "公文文号", "公文字号", "发布文号", "文件编号", "文件号", "文号", "字号",
]);

/// What the agency of a number without a year's brackets ends in: 令 and 公告 forms, counted over real numbers.
pub(crate) const ORDER_WORDS: &[&str] = &[
    "令", "公告", "通告", "决议",
];

/// What a short 机关代字 ends in: `云政 第24号`.
pub(crate) const AGENCY_ENDINGS: &str = "政府发函字办委文党人常通规";

/// Words that a 机关代字 does not hold but a sentence with a number in it does.
pub(crate) static NOT_AGENCY: Openings = Openings::of(&[
    "的", "关于", "根据", "按照", "依据", "依照", "参照", "遵照", "贯彻", "落实", "执行", "废止", "印发",
    "转发", "详见", "文件",
]);

/// The 15 文种 of 条例 第八条 with their directions, and the kinds that issued documents have.
///
/// 意见 and 议案 go more than one way, 纪要 none in particular.
pub(crate) const KINDS: &[(&str, Genre, Option<Direction>)] = &[
    ("实施细则", Genre::Other, None),
    ("命令", Genre::Order, Some(Direction::Downward)),
    ("决议", Genre::Resolution, Some(Direction::Downward)),
    ("决定", Genre::Decision, Some(Direction::Downward)),
    ("公报", Genre::Communique, Some(Direction::Public)),
    ("公告", Genre::Announcement, Some(Direction::Public)),
    ("通告", Genre::PublicNotice, Some(Direction::Public)),
    ("意见", Genre::Opinion, None),
    ("通知", Genre::Notice, Some(Direction::Downward)),
    ("通报", Genre::Circular, Some(Direction::Downward)),
    ("报告", Genre::Report, Some(Direction::Upward)),
    ("请示", Genre::Request, Some(Direction::Upward)),
    ("批复", Genre::Reply, Some(Direction::Downward)),
    ("议案", Genre::Motion, None),
    ("纪要", Genre::Minutes, None),
    ("复函", Genre::Letter, Some(Direction::Lateral)),
    ("公函", Genre::Letter, Some(Direction::Lateral)),
    ("函", Genre::Letter, Some(Direction::Lateral)),
    ("令", Genre::Order, Some(Direction::Downward)),
    ("办法", Genre::Other, None),
    ("规定", Genre::Other, None),
    ("细则", Genre::Other, None),
    ("方案", Genre::Other, None),
    ("规划", Genre::Other, None),
    ("计划", Genre::Other, None),
    ("要点", Genre::Other, None),
    ("纲要", Genre::Other, None),
    ("制度", Genre::Other, None),
    ("章程", Genre::Other, None),
    ("条例", Genre::Other, None),
    ("准则", Genre::Other, None),
    ("规则", Genre::Other, None),
    ("规程", Genre::Other, None),
    ("规范", Genre::Other, None),
    ("指引", Genre::Other, None),
    ("指南", Genre::Other, None),
    ("导则", Genre::Other, None),
    ("通则", Genre::Other, None),
    ("守则", Genre::Other, None),
    ("公约", Genre::Other, None),
    ("答复", Genre::Other, None),
    ("公示", Genre::Other, None),
    ("总结", Genre::Other, None),
    ("清单", Genre::Other, None),
    ("目录", Genre::Other, None),
    ("名单", Genre::Other, None),
    ("标准", Genre::Other, None),
    ("预案", Genre::Other, None),
    ("措施", Genre::Other, None),
    ("说明", Genre::Other, None),
    ("解读", Genre::Other, None),
    ("行动", Genre::Other, None),
    ("倡议书", Genre::Other, None),
    ("决定书", Genre::Other, None),
    ("告知书", Genre::Other, None),
    ("通知书", Genre::Other, None),
    ("声明", Genre::Other, None),
    ("须知", Genre::Other, None),
    ("大纲", Genre::Other, None),
    ("计划表", Genre::Other, None),
    ("一览表", Genre::Other, None),
    ("统计表", Genre::Other, None),
    ("申请表", Genre::Other, None),
    ("汇总表", Genre::Other, None),
    ("明细表", Genre::Other, None),
    ("分工表", Genre::Other, None),
    ("安排表", Genre::Other, None),
    ("登记表", Genre::Other, None),
    ("名册", Genre::Other, None),
    ("手册", Genre::Other, None),
    ("法", Genre::Other, None),
    ("表", Genre::Other, None),
];

/// Words that end in a one-letter 文种 and are none.
pub(crate) static NOT_KINDS: Endings = Endings::of(&[
    "方法", "做法", "看法", "用法", "执法", "司法", "立法", "合法", "违法", "非法", "依法", "守法", "普法",
    "算法", "想法", "责令", "司令", "指令", "信函",
    "代表", "发表", "外表", "仪表", "电表", "水表", "手表", "填表", "列表",
]);

/// What a document does to another it carries (条例 第八条 on 通知: 批转, 转发, 发布).
pub(crate) const ISSUE_ACTIONS: &[(&str, IssueAction)] = &[
    ("印发", IssueAction::Print),
    ("批转", IssueAction::ApproveForward),
    ("转发", IssueAction::Forward),
    ("公布", IssueAction::Promulgate),
    ("发布", IssueAction::Promulgate),
    ("颁布", IssueAction::Promulgate),
];

/// What the names of organs end in, from the names of departments at all levels.
pub(crate) static ORGAN_SUFFIXES: Endings = Endings::of(&[
    "人民政府", "委员会", "办公室", "办公厅", "国务院", "管委会", "常委会", "政府", "银行", "支行", "分行",
    "总行", "中心", "公司", "集团", "协会", "学会", "商会", "总会", "联合会", "基金会", "理事会", "工会",
    "妇联", "残联", "团委", "文联", "科协", "侨联", "工商联", "法院", "检察院", "研究院", "科学院", "医院",
    "学院", "大学", "学校", "中学", "小学", "总局", "分局", "海关", "总署", "审计署", "公署", "党委",
    "国资委", "改革委", "发改委", "人大", "政协", "代表大会", "指挥部", "总部", "领导小组", "工作组",
    "专家组", "专班", "办事处", "管理处", "研究所", "派出所", "交易所", "事务所", "服务站", "支队", "总队",
    "大队", "军区", "武警部队", "红十字会", "联社", "村委会", "居委会", "管理所", "组委会", "秘书处",
    "新华社", "合作社", "供销社", "政府办", "党委办", "委办", "金融办", "外办", "侨办", "台办", "国办", "文明办", "编办", "网信办", "扶贫办", "综治办", "人防办",
    "中办", "监狱", "管理部", "管理局", "档案馆", "图书馆", "博物馆", "文化馆", "纪念馆", "科技馆", "美术馆",
]);

/// What opens the rest of an organ's name that goes on over a line: `领导小组办公室`.
pub(crate) static ORGAN_TAILS: Openings = Openings::of(&[
    "领导小组", "工作领导小组", "协调小组", "工作小组", "联席会议", "部际联席会议", "工作联席会议", "委员会", "管理委员会",
    "工作委员会", "常务委员会", "办公室", "指挥部", "管理中心", "服务中心", "管理局", "监督管理局", "管理总局", "监督管理总局", "分公司", "分局", "支行", "分行",
]);

/// One-letter endings of organs' names: 财政部, 教育厅, 税务局, 中央军委, 扶贫办.
pub(crate) const ORGAN_LETTERS: &[char] = &['部', '厅', '局', '委'];

/// Words that end in one of [`ORGAN_LETTERS`] or [`ORGAN_SUFFIXES`] and are no organs.
pub(crate) static NOT_ORGANS: Endings = Endings::of(&[
    "大局", "布局", "格局", "结局", "全局", "当局", "开局", "僵局", "新局", "步局", "全部", "内部", "外部",
    "干部", "局部", "中部", "东部", "西部", "南部", "北部", "一部", "各部", "工作部", "上部", "下部",
    "底部", "头部", "大部", "腹部", "大厅", "餐厅", "客厅", "门厅", "为中心", "个中心", "原单位", "子公司",
]);

/// Organs whose last letters those words have.
pub(crate) static ORGANS_AFTER_ALL: Endings = Endings::of(&["安全局", "安全部", "社会工作部"]);

/// Letters in front of an organ that make a clause of it when one that [`follows_preposition`] stands behind:
/// `报市人民政府`.
pub(crate) const fn is_preposition(c: char) -> bool {
    matches!(c, '报' | '经' | '由' | '向' | '对' | '与' | '及' | '或' | '按' | '据' | '在' | '为'
        | '以' | '将' | '至' | '到' | '于' | '并' | '可' | '当' | '使' | '本' | '如')
}

/// What stands behind a preposition; 经济, 对外, 本河 and the like are names.
pub(crate) const fn follows_preposition(c: char) -> bool {
    matches!(c, '市' | '省' | '县' | '区' | '国' | '各' | '其' | '本' | '同' | '上' | '原' | '所'
        | '有' | '做' | '是' | '此' | '该' | '深' | '全' | '了' | '人')
}

/// What a line opens with that ends in an organ's name but is not one: `各级人民政府`.
pub(crate) static NOT_ORGAN_OPENINGS: Openings = Openings::of(&[
    "各", "该", "此", "你", "我", "其", "把", "被", "须", "请", "让", "推进", "加强", "做好", "落实",
    "完善", "支持", "提高", "或者", "以及", "按照", "根据", "为了", "设立", "成立",
]);

/// What no organ's name holds but a sentence does.
pub(crate) static NOT_IN_ORGANS: Openings = Openings::of(&[
    "的", "以上", "以下", "有关", "相关", "所在地", "所属", "各级", "应当", "负责", "按照", "根据", "关于",
    "申请", "会同", "批准", "报送", "通过", "规定", "是", "了", "不得", "不能", "要求", "进行", "提出", "组织实施",
    "如下", "以及", "或者", "并", "等部门", "认真", "坚持", "做好",
]);

/// What groups and persons in a 主送 end in, besides organs.
pub(crate) static GROUPS: Endings = Endings::of(&[
    "单位", "部门", "机构", "机关", "企业", "公司", "银行", "委办局", "部委", "委", "办", "局", "部", "厅",
    "处", "院", "校", "所", "职工", "人", "者", "会员", "人员", "居民", "市民", "群众", "企事业",
    "组织", "学校", "农场", "街道", "社区", "镇", "乡", "村", "省", "市", "县", "区", "州", "盟", "旗",
    "高校", "支部", "团体", "用户", "室", "主体",
]);

/// What the last member of a 主送 list does not hold: words of a sentence.
pub(crate) static NOT_IN_LISTS: Openings = Openings::of(&[
    "要", "应", "将", "可", "请", "注意", "做", "事项", "内容", "情况", "时间", "工作", "意见", "方式", "标准", "措施",
]);

/// What tells that a group is meant: `各有关单位`.
pub(crate) static GROUP_SIGNS: Openings = Openings::of(&[
    "各", "有关", "相关", "全市", "全省", "全县", "全区", "全体", "直属", "驻", "所属", "市直", "省直",
]);

/// Appellations behind a name in replies to 代表 and 委员, and in letters.
pub(crate) static APPELLATIONS: Endings = Endings::of(&[
    "副主席", "副委员长", "副总理", "主席", "委员长", "总理", "委员", "代表", "同志", "先生", "女士",
    "主任", "省长", "市长",
]);

/// What opens or marks a lead sentence that ends in a colon and is no 主送.
pub(crate) static LEAD_SIGNS: Openings = Openings::of(&[
    "如下", "以下", "下列", "现将", "通知", "条件", "要求", "应当", "应符合", "应具备", "应提供", "应按", "应包括", "须", "必须", "包括", "是",
    "为了", "的", "根据", "按照", "关于", "附件", "联系人", "联系方式", "联系单位", "电话", "负责", "牵头单位", "责任单位", "责任人", "责任部门", "主办单位", "承办单位",
    "协办单位", "申报单位", "填报单位", "编制单位", "签发", "抄送", "主送", "抄报", "印发", "日期",
]);

/// What the first sentence of a text opens with.
pub(crate) static LEADS: Openings = Openings::of(&[
    "为", "根据", "按照", "依据", "经", "近年来", "近期", "现", "请", "你", "特此", "以上", "上述",
]);

/// Words that open with one of [`LEADS`], and titles with them.
pub(crate) static NOT_LEADS: Openings = Openings::of(&[
    "经济", "经营", "经费", "经贸", "经办", "现代", "现行", "现场", "现有", "现金", "为民", "为老", "为企",
]);

/// The commonest surnames, from the published counts of the census, double ones last.
pub(crate) const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程\
苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛\
邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华\
喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣\
巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢扎习楼";

/// Posts of those who sign 令 and 议案 (9704 10.2), longer words first.
pub(crate) static POSTS: Openings = Openings::of(&[
    "政治委员", "主任委员", "委员长", "审计长", "检察长", "理事长", "董事长", "总经理", "秘书长", "司令员", "主席", "总理",
    "省长", "市长", "县长", "区长", "州长", "盟长", "旗长", "镇长", "乡长", "部长", "主任", "局长", "厅长", "署长",
    "行长", "院长", "会长", "社长", "书记", "关长",
]);

/// What a name is not, though as short as one.
pub(crate) const NOT_NAMES: &[&str] =
    &[
    "签名", "签字", "签发", "签章", "盖章", "会议", "办公会", "办公会议", "审批", "批示", "意见", "姓名",
];

/// Labels of 抄送 and of 主送 moved to the 版记 (9704 7.4.2), and those of older documents.
pub(crate) const CC_LABELS: &[&str] =
    &[
    "抄送", "主送", "分送", "抄报", "抄发", "抄致",
];

/// Words that open other lines too: a list of organs must follow.
pub(crate) const WEAK_CC_LABELS: &[&str] =
    &[
    "报送", "发送", "报", "送", "发",
];

/// Labels of whom to ask, and of what may be made public.
pub(crate) static NOTE_LABELS: Openings = Openings::of(&[
    "联系人及电话", "联系人及联系电话", "联系单位及电话", "联系人", "联系电话", "联系方式", "联系单位", "联系部门", "经办人", "承办人", "咨询电话", "公开方式", "公开属性",
    "公开形式", "公开选项", "公开类别", "公开范围", "信息公开方式", "信息公开属性", "信息公开形式", "信息公开选项",
    "信息公开类别",
]);

/// Labels of the lines that tell how to reach those who may be asked.
pub(crate) const CONTACTS: &[&str] =
    &[
    "联系人", "联系电话", "联系方式", "联系地址", "电话", "传真", "电子邮箱", "电子邮件", "邮箱", "通讯地址", "通信地址", "地址", "邮编", "邮政编码",
];

/// What a note says of publication when it is all there is.
pub(crate) const PUBLICITY: &[&str] =
    &[
    "公开发布", "主动公开", "依申请公开", "社会公开", "不予公开", "公开", "不公开", "删减",
];

/// Kinds of documents whose provisions are cited, longer words first where one ends another.
pub(crate) static CITED_KINDS: Endings = Endings::of(&[
    "宪法", "法典", "办法", "法", "条例", "规定", "细则", "规则", "准则", "守则", "章程", "规程", "规范", "指引", "指南",
    "制度", "标准", "公约", "协定", "议定书", "协议", "合同", "通知", "意见", "方案", "公告", "通告", "决定", "批复",
    "解释", "纲要", "规划", "附件",
]);

/// Those that stand for one document without more: `条例第三条`.
pub(crate) const NAMES_OF_DOCUMENTS: &[&str] =
    &[
    "宪法", "法典", "办法", "条例", "细则", "规则", "准则", "守则", "章程", "规程", "公约", "协定", "议定书",
];

/// What 本 names in front of a kind that is not the text itself: 本市, 本公司, 本所.
pub(crate) const HERE: &str = "市省县区州盟旗镇乡村国公所院校单机行社局厅部委会中司站地级次届年月人案";

/// Words in front of the name of a document that is no part of it.
pub(crate) static BEFORE_NAMES: Openings = Openings::of(&[
    "依照", "依据", "根据", "按照", "参照", "遵照", "比照", "违反", "符合", "适用", "遵守", "执行", "落实", "贯彻", "具有",
    "属于", "或者", "以及", "规定", "修改", "涉及", "构成", "触犯", "不是", "的",
]);

/// Letters in front of the name of a document that hardly begin one.
pub(crate) const BEFORE_NAME: &str = "在除由与和及或将从按照据受把于依";

/// Letters in front of 前 that make a word of it: 目前, 当前.
pub(crate) const NOT_BEFORE: &str = "目当提先税日";

/// Letters in front of 本 that make a word of it: 基本, 成本.
pub(crate) const NOT_HERE: &str = "基根资成日样版课剧脚书股原标副抄";

/// How a sentence goes on behind a reference.
pub(crate) static BEHIND_REFERENCES: Openings = Openings::of(&[
    "规定", "所", "的", "和", "与", "及", "或", "以", "至", "到", "中", "之", "第", "情形", "内容", "要求", "修", "删", "增",
    "改", "关于", "明确", "另有", "办理", "处理", "处罚", "违法", "行为", "等", "执行", "适用", "列", "作为", "合并", "：", ":",
]);

/// How a sentence goes on that begins with a reference.
pub(crate) static BEHIND_FIRST_REFERENCES: Openings = Openings::of(&[
    "规定的", "的规定", "所称", "所述", "所列",
]);

/// What introduces the name a document is called by from then on.
pub(crate) static SHORT_NAME: Openings = Openings::of(&[
    "以下简称", "下文简称", "下称", "以下称", "以下统称", "简称", "下简称",
]);

/// What stands behind a number that does not number an attachment: 附件3份, 附件一并, `附件1.`.
pub(crate) const NOT_BEHIND_ATTACHMENTS: &str = "般并同定些个份样式起致次页张套年.．";
