//! The words web pages add to a document, from the pages of governments and exchanges. Longer words come first
//! where one opens another.

use crate::charset::Letters;
use crate::lexis::index::Openings;

/// Labels of publishers' tables; on a line of their own with a value, no text has them.
pub(super) static LABELS: Openings = Openings::of(&[
    "索引号", "信息索引号", "索引编号", "统一登记号", "统一编号", "主题分类", "主题词", "体裁分类", "组配分类",
    "信息分类", "分类", "服务对象", "规则类别", "规则层级", "业务规则层级", "实施日期", "施行日期", "公文种类", "信息名称", "发布日期", "发布时间", "发文时间",
    "发文日期", "生成日期", "公开日期", "公开时间", "生成时间", "生效日期", "失效日期", "成文日期", "成文时间",
    "更新时间", "更新日期", "信息来源", "文章来源", "内容来源", "稿件来源", "稿源", "来源", "作者", "责任编辑",
    "编辑", "审核", "浏览次数", "浏览量", "浏览数", "阅读次数", "阅读量", "点击次数", "点击数", "点击量", "点击率",
    "访问次数", "访问量", "点击", "浏览", "阅读", "字号大小", "字号", "字体大小", "字体", "发布机构", "发布单位",
    "发文机关", "发文单位", "发布部门", "公开机构", "效力状态", "效力级别", "有效性", "时效性", "是否有效", "信息时效",
    "发文字号", "发文文号", "文号", "标题", "文件名称", "名称", "时间", "日期", "公开类型", "公开主体", "保护视力色", "打印",
    "视力保护色", "分享到", "分享至",
]);

/// Those of [`LABELS`] that texts and forms have too: another must stand on the line.
pub(super) static WEAK_LABELS: Openings = Openings::of(&[
    "分类", "主题词", "来源", "作者", "编辑", "审核", "点击", "浏览", "阅读", "字号", "字体", "发布单位", "发文单位",
    "发布部门", "发文字号", "发文文号", "文号", "标题", "名称", "时间", "日期", "打印", "服务对象", "生效日期",
    "失效日期", "成文日期", "成文时间", "有效性", "是否有效", "更新时间", "公开时间", "公开主体", "发文日期",
    "发文时间", "发文机关", "实施日期", "施行日期",
]);

/// Those of [`WEAK_LABELS`] that forms have in pairs: `名称：　　日期：`.
pub(super) static FORM_LABELS: Openings = Openings::of(&[
    "名称", "时间", "日期", "标题", "分类", "审核", "发布单位", "发文单位", "打印", "文号",
]);

/// Buttons and menu entries that stand alone.
pub(super) static BUTTONS: Openings = Openings::of(&[
    "打印本页", "打印此页", "打印页面", "打印正文", "打印文章", "我要打印", "打印", "关闭窗口", "关闭本页",
    "关闭此页", "关闭页面", "返回顶部", "返回首页", "返回列表", "返回主站", "返回上页", "返回上一页", "返回规则目录",
    "加入收藏", "收藏本页", "设为首页", "网站首页", "网站地图", "站点地图", "网站声明", "网站纠错", "网页纠错",
    "我要纠错", "页面纠错", "法律声明", "免责声明", "隐私声明", "隐私保护", "隐私政策", "版权声明", "联系我们",
    "关于我们", "关于本站", "工作机会", "归档数据", "无障碍浏览", "无障碍阅读", "无障碍", "长者模式", "适老化",
    "长者版", "关怀版", "老年版", "老年模式", "移动客户端", "官方微信", "官方微博", "官方抖音号", "微信公众号",
    "政务微博", "政务微信", "手机版", "首页", "数据加载中", "复制链接", "相关链接", "相关文章", "相关新闻",
    "相关信息", "相关附件", "相关文件", "相关解读", "相关规则", "相关政策", "相关法规", "更多", "招聘信息",
    "附件下载", "附件文本下载", "文件下载", "分享到微信朋友圈", "分享", "个人信息保护告知书", "注册商标", "设为默认",
    "智能问答", "网站支持", "手机客户端", "语音播报", "点击下载", "Android下载", "iPhone下载", "iphone下载",
    "APP下载", "App下载",
]);

/// Buttons that are words of texts and forms too: another must stand on the line, or brackets round it.
pub(super) static WEAK_BUTTONS: Openings = Openings::of(&[
    "关闭", "返回", "收藏", "纠错", "登录", "注册", "搜索", "下载", "保存", "微信", "微博", "默认", "特大",
    "超大", "繁体版", "繁体", "繁體", "简体", "简中", "繁", "简", "字号", "字体", "导出", "移动端", "客户端", "中文",
    "大", "中", "小", "English", "ENGLISH", "EN", "A+", "A-", "T", "RSS", "APP", "A", "邮箱", "朗读", "QQ空间", "QQ",
    "新浪微博", "到",
]);

/// What opens a line under a document on its page; a colon, a blank or the end follows.
pub(super) static SECTIONS: Openings = Openings::of(&[
    "附件下载", "附件文本下载", "文件下载", "相关文章", "相关链接", "相关新闻", "相关信息", "相关附件", "相关解读",
    "相关稿件", "相关报道", "相关文档", "附件列表", "文件解读", "解读链接", "政策解读", "图文解读", "图片解读", "文字解读", "视频解读", "解读材料",
    "上一篇", "下一篇", "上一条", "下一条", "分享到", "分享至", "扫一扫", "数据加载中", "技术支持", "网站标识码",
    "网站识别码", "中文域名", "原文链接", "责任编辑", "扫描二维码", "政府网站标识码",
]);

/// What the names of a publisher's accounts end in: `云岭财政微信`.
pub(super) const ACCOUNTS: &[&str] = &["微信", "微博", "视频号", "抖音号", "公众号", "头条号", "客户端"];

/// Endings of files to fetch.
pub(super) const FILES: &[&str] = &[
    ".docx", ".doc", ".pdf", ".ofd", ".wps", ".xlsx", ".xls", ".zip", ".rar", ".ceb", ".PDF", ".DOC", ".DOCX",
];

/// What opens a line that tells where a page stands.
pub(super) static PLACES: Openings = Openings::of(&[
    "您现在所在的位置", "您现在的位置", "您当前的位置", "您所在的位置", "您的位置", "你的位置", "当前位置",
    "所在位置", "现在位置",
]);

/// What only the foot of a page holds.
pub(super) static FEET: Openings = Openings::of(&[
    "ICP备", "ICP证", "网站标识码", "网站识别码", "Copyright", "COPYRIGHT", "©", "版权所有：", "版权所有:", "IPv6",
    "IPV6", "All Rights Reserved", "网页分享", "浏览次数：", "浏览次数:", "访问次数:", "访问次数：", "浏览量：",
    "浏览量:", "阅读次数：", "阅读次数:", "打开当前页", "打印此页】", "【打印", "【关闭", "[打印", "[关闭", "【字体",
    "【字号", "[字体", "[字号", "网安备", "打开微信，", "扫一扫分享", "扫一扫，分享", "扫一扫关注", "扫一扫在手机",
]);

/// The first letters of words of [`FEET`], and a sign that parts the steps of a way.
const FIRST: Letters = Letters::of(&['网', '版', '浏', '访', '阅', '打', '扫', '【', '›']);

/// Whether a word of [`FEET`] may open in `line`, or a step of a way end.
pub(super) fn may_hold_foot(line: &str) -> bool {
    let mut rest = line.as_bytes();
    loop {
        rest = match *rest {
            [0xe2..=0xe9, middle, last, ref behind @ ..] if !FIRST.may_be(middle, last) => behind,
            // None of them opens with these bytes.
            [0xe4 | 0xe5, _, _, ref behind @ ..] => behind,
            // The first byte of © is that of » too; the last ones are those of ＞.
            [0xe2..=0xe9 | b'I' | b'C' | b'A' | b'[' | b'>' | 0xc2, ..] | [0xef, 0xbc, 0x9e, ..] => return true,
            [_, ref behind @ ..] => behind,
            [] => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_letters_are_those_of_the_words() {
        for word in FEET.words().iter().chain(&[">", "＞", "»", "›"]) {
            let letter = word.chars().next().map_or(String::new(), String::from);
            assert!(may_hold_foot(&letter), "{word}");
        }
    }

    #[test]
    fn longer_words_come_first() {
        for list in [&LABELS, &BUTTONS, &WEAK_BUTTONS, &SECTIONS, &PLACES] {
            let words = list.words();
            for (n, word) in words.iter().enumerate() {
                assert!(!words.iter().skip(n + 1).any(|later| later.starts_with(word)), "{word}");
            }
        }
    }

    #[test]
    fn weak_labels_are_labels() {
        for word in WEAK_LABELS.words() {
            assert!(LABELS.words().contains(word), "{word}");
        }
    }
}
