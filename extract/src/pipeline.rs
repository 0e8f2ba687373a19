//! Inputs in, groups of rows out, in the order of the inputs whatever the number of threads.

use std::cell::RefCell;
use std::mem::take;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::{thread, vec};

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use xxhash_rust::xxh3::Xxh3;

use crate::input::Item;
use crate::manifest::ManifestError;
use crate::run::{Options, RunError, Watch, Work};
use crate::worker::{Done, Worker};

/// Inputs worked on as one.
const GROUP: usize = 64;
/// Bytes of texts worked on as one.
const HEAVY: usize = 1 << 18;
/// Groups for each thread that are worked on at once.
const AHEAD: usize = 8;
/// Bytes of texts that are worked on at once, but for the last of them.
const HEAVIEST: usize = 1 << 25;

/// The rows of a group of inputs.
pub(crate) struct Step {
    pub(crate) done: Done,
    /// Where a file of the output ends behind the group: the checksum of the names of all inputs so far.
    pub(crate) ends: Option<String>,
}

/// Reads all inputs but those of `kept` shards, and gives their rows to `write`, group by group.
pub(crate) fn pipeline(
    work: Work<'_>,
    watch: &dyn Watch,
    kept: Vec<(u64, String)>,
    manifest: &Path,
    mut write: impl FnMut(Step) -> Result<(), RunError>,
) -> Result<(), RunError> {
    let pool = ThreadPoolBuilder::new()
        .num_threads(work.options.threads)
        .build()
        .map_err(|error| RunError::Threads(error.to_string()))?;
    let (sender, receiver) = sync_channel::<Vec<Step>>(1);
    thread::scope(|scope| {
        let producer = scope.spawn(|| {
            let sender = sender;
            let mut producer = Producer {
                work,
                options: work.options,
                watch,
                pool: &pool,
                sender,
                bare: kept.is_empty(),
                kept: kept.into_iter(),
                left: None,
                names: Xxh3::new(),
                window: Vec::new(),
                group: Vec::new(),
                weight: 0,
                heavy: 0,
                in_shard: 0,
                result: Ok(()),
                manifest,
            };
            producer.run();
            producer.result
        });
        // What is sent while an error is on its way is let go.
        let written = receiver.into_iter().flatten().try_for_each(&mut write);
        let made = producer.join().unwrap_or(Err(RunError::Stopped));
        written.and(made)
    })
}

/// Gathers inputs into groups and has them read.
struct Producer<'p> {
    work: Work<'p>,
    options: &'p Options,
    watch: &'p dyn Watch,
    pool: &'p ThreadPool,
    sender: SyncSender<Vec<Step>>,
    /// Whether the output has no file yet.
    bare: bool,
    /// The shards of an earlier run that stand.
    kept: vec::IntoIter<(u64, String)>,
    /// Of the one whose inputs are passed over: how many are left, and their checksum.
    left: Option<(u64, String)>,
    names: Xxh3,
    /// Groups to be read, each with whether a shard ends behind it.
    window: Vec<(Vec<Item>, Option<String>)>,
    group: Vec<Item>,
    /// Bytes of the texts in the group, and of those in the window.
    weight: usize,
    heavy: usize,
    in_shard: u64,
    result: Result<(), RunError>,
    manifest: &'p Path,
}

impl Producer<'_> {
    /// Reads all there is. An output has a file even where there is no input.
    fn run(&mut self) {
        self.left = self.kept.next();
        let options = self.options;
        let ended = options.inputs.each(options.longest_input, options.encoding, &mut |item| self.take(item));
        if ended.is_break() || self.result.is_err() {
            return;
        }
        if self.left.is_some() {
            self.result = Err(ManifestError::OtherInputs(self.manifest.to_owned()).into());
            return;
        }
        if self.in_shard > 0 || self.bare {
            self.end_group(true);
        }
        let _ = self.read();
    }

    /// Takes an input into the group.
    fn take(&mut self, item: Item) -> ControlFlow<()> {
        if self.watch.stop().load(Ordering::Relaxed) {
            self.result = Err(RunError::Stopped);
            return ControlFlow::Break(());
        }
        self.names.update(item.name.as_bytes());
        self.names.update(b"\0");
        if let Some((left, names)) = &mut self.left {
            *left = left.saturating_sub(1);
            if *left > 0 {
                return ControlFlow::Continue(());
            }
            if *names != format!("{:016x}", self.names.digest()) {
                self.result = Err(ManifestError::OtherInputs(self.manifest.to_owned()).into());
                return ControlFlow::Break(());
            }
            self.left = self.kept.next();
            return ControlFlow::Continue(());
        }
        self.weight = self.weight.saturating_add(item.weight());
        self.group.push(item);
        self.in_shard += 1;
        let ends = self.options.shard.is_some_and(|most| self.in_shard >= most);
        if ends || self.group.len() >= GROUP || self.weight >= HEAVY {
            self.end_group(ends);
            if self.window.len() >= AHEAD * self.pool.current_num_threads() || self.heavy >= HEAVIEST {
                return self.read();
            }
        }
        ControlFlow::Continue(())
    }

    fn end_group(&mut self, ends: bool) {
        let names = ends.then(|| self.digest());
        self.window.push((take(&mut self.group), names));
        self.heavy = self.heavy.saturating_add(take(&mut self.weight));
        if ends {
            (self.in_shard, self.bare) = (0, false);
        }
    }

    fn digest(&self) -> String {
        format!("{:016x}", self.names.digest())
    }

    /// Has the groups read and sends on what comes of them.
    fn read(&mut self) -> ControlFlow<()> {
        thread_local!(static WORKER: RefCell<Worker> = RefCell::default());
        if self.watch.stop().load(Ordering::Relaxed) {
            self.result = Err(RunError::Stopped);
            return ControlFlow::Break(());
        }
        let (window, work) = (take(&mut self.window), self.work);
        self.heavy = 0;
        let step = |(items, ends): (Vec<Item>, _)| {
            let done = WORKER.with_borrow_mut(|worker| worker.group(items, work))?;
            Ok(Step { done, ends })
        };
        match self
            .pool
            .install(|| window.into_par_iter().with_max_len(1).map(step).collect::<Result<Vec<_>, RunError>>())
        {
            Ok(steps) => match self.sender.send(steps) {
                Ok(()) => ControlFlow::Continue(()),
                // The writer has its own error to tell.
                Err(_) => ControlFlow::Break(()),
            },
            Err(error) => {
                self.result = Err(error);
                ControlFlow::Break(())
            }
        }
    }
}
