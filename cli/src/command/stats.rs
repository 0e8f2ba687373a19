//! `hongtou stats INPUT…`.

use hongtou_extract::{Counter, Options, Spread, Stats, stats as count};

use super::run::{asked, failed, status};
use crate::args::StatsArgs;
use crate::bars::{Bars, grouped, width};
use crate::output::Output;
use crate::progress::{Progress, statuses};
use crate::report::plural;
use crate::status::Status;

/// Writes what the texts are.
pub(crate) fn stats(args: &StatsArgs, output: &mut Output) -> Status {
    let Some(options) = asked(args.inputs.options("stats")) else { return Status::Usage };
    let options = Options { threads: args.threads, ..options };
    let progress = Progress::begin(args.quiet, &options.inputs);
    let result = count(&options, &progress);
    progress.end();
    let found = match result {
        Ok(found) => found,
        Err(error) => return failed(&error, None),
    };
    progress.untold();
    if args.json {
        // Nothing in it can fail to be written.
        output.write_json(&(serde_json::to_string(&found).unwrap_or_default() + "\n"));
    } else {
        output.write(&report(&found, args.top, width()));
    }
    status(&found.inputs)
}

/// The report for people, no wider than `width`.
fn report(stats: &Stats, top: usize, width: usize) -> String {
    let texts = stats.documents;
    let many = |count: u64, what: &str| format!("{} {}", grouped(count), plural(count, what));
    let mut out = format!(
        "{}, {}, {}, {} 条, {}\n{}{}\n",
        many(texts, "text"),
        many(stats.characters.sum, "character"),
        many(stats.sections.sum, "section"),
        grouped(stats.articles.sum),
        many(stats.remarks, "remark"),
        many(stats.inputs.inputs(), "input"),
        statuses(&stats.inputs),
    );
    let mut list = |title: &str, rows: Vec<(String, u64)>| {
        if rows.iter().any(|(_, count)| *count > 0) {
            out.extend(["\n", title, "\n"]);
            out += &Bars { rows, all: texts, width }.to_string();
        }
    };
    list("文种", names(&stats.kinds, top));
    list("发文机关", names(&stats.issuers, top));
    let year = |year: &Option<u16>| year.map_or("no year".to_owned(), |year| year.to_string());
    list("年份", stats.years.iter().map(|(own, &count)| (year(own), count)).collect());
    list("层次: ranks of numbers in a text", bins(&stats.levels));
    list("Sections in a text", bins(&stats.sections));
    list("条 in a text", bins(&stats.articles));
    list("Characters in a text", bins(&stats.characters));
    list("Texts with a remark", names(&stats.diagnostics, top));
    out
}

/// The most frequent names, then all others, then none.
fn names(counter: &Counter, top: usize) -> Vec<(String, u64)> {
    let all = counter.names();
    let mut rows: Vec<_> = all.iter().take(top).map(|count| (count.name.to_owned(), count.documents)).collect();
    let others = all.iter().skip(top).map(|count| count.documents).sum::<u64>() + counter.others;
    rows.extend((others > 0).then(|| ("others".to_owned(), others)));
    rows.extend((counter.none > 0).then(|| ("none".to_owned(), counter.none)));
    rows
}

/// The bins from the first to the last with a text in it.
fn bins(spread: &Spread) -> Vec<(String, u64)> {
    let last = spread.bins.iter().rposition(|bin| bin.documents > 0).map_or(0, |at| at + 1);
    let named = |from: u64, to: Option<u64>| match to {
        Some(to) if to == from => grouped(from),
        Some(to) => format!("{}–{}", grouped(from), grouped(to)),
        None => format!("{} and more", grouped(from)),
    };
    let rows = spread.bins.iter().take(last).map(|bin| (named(bin.from, bin.to), bin.documents));
    rows.skip_while(|(_, count)| *count == 0).collect()
}
