/*
 * The fence of the log in PostgreSQL (libs/event-store/postgres/src/schema/append.ts and read.ts), step by step, for the model checker
 * Spin. Two appenders share a few transactions of one or two numbers each, in one hot stream or in streams of their own; one reader
 * follows; the server may crash between any two steps. What must hold, in every order of steps:
 *
 *   NEVER BEHIND       no row becomes visible at or before the reader's cursor
 *   NOTHING PASSED     the cursor passes no row that is visible and was not read
 *   STREAM ORDER       in a stream, later versions have later positions
 *
 * M takes one step away, or puts it in the wrong place: 0 nothing; for the others see mutants.mjs. Each must break one of the three.
 * TX is the number of transactions, CRASHES how often the server may die. Bit p of a mask is position p.
 */
#ifndef M
#define M 0
#endif
#ifndef TX
#define TX 3
#endif
#ifndef CRASHES
#define CRASHES 1
#endif
#define A 2
#define upto(p) ((1 << ((p) + 1)) - 1)

byte seq;          /* last number drawn */
byte onDisk;       /* the sequence is at least here after a crash */
byte announced[A]; /* key + 1; 0: none */
byte hot;          /* who holds the lock of the hot stream, + 1 */
byte head;         /* last position in the hot stream */
short inFlight[A]; /* rows written, not yet visible */
short visible;
short flushed;     /* rows that outlive a crash */
short flushing[A]; /* flushed rows whose owner has not shown them yet */
bit inHot[A];
byte cursor;       /* last row that the reader was given; it keeps this elsewhere, so it outlives a crash */
byte begun, crashes, life;

/* Rows become visible, each for the first time. */
inline appear(rows, ofHotStream) {
  assert((rows & upto(cursor)) == 0); /* NEVER BEHIND */
  if
  :: ofHotStream ->
    assert((rows & upto(head)) == 0); /* STREAM ORDER */
    do :: (rows >> (head + 1)) -> head++ :: else -> break od
  :: else -> skip
  fi;
  visible = visible | (rows)
}

/* A step of a transaction: it happens, unless the server died since the transaction began. */
#define step(what) atomic { if :: mine == life -> what :: else -> goto gone fi }

inline lockStream() { atomic { (hot == 0 || mine != life) -> if :: mine == life -> hot = i + 1; inHot[i] = 1 :: else -> goto gone fi } }
inline maybeLockStream() { if :: lockStream() :: skip fi }
inline announce() {
  step(a = seq);
  step(announced[i] = a + 1 + 2 * (M == 8); a = 0)
}
inline draw() {
  step(
    if
    :: M == 7 && kept > 0 -> p = kept; kept = 0
    :: M == 7 && kept == 0 -> p = seq + 1; kept = seq + 2; seq = seq + 2
    :: else -> seq++; p = seq
    fi;
    inFlight[i] = inFlight[i] | (1 << p); p = 0)
}
inline flush() { step(flushing[i] = inFlight[i]; flushed = flushed | inFlight[i]; if :: onDisk < seq -> onDisk = seq :: else -> skip fi) }
inline showMine() { step(appear(inFlight[i], inHot[i]); inFlight[i] = 0; flushing[i] = 0) }
inline dropAnnouncement() { step(announced[i] = 0) }
inline unlockStream() { step(if :: hot == i + 1 -> hot = 0 :: else -> skip fi) }

proctype Appender(byte i) {
  byte a, p, kept, mine;
  do
  :: atomic { begun < TX -> begun++; mine = life };
    if
    :: M == 4 -> maybeLockStream(); draw(); announce()
    :: M == 5 -> maybeLockStream(); draw()
    :: M == 9 -> announce(); draw(); maybeLockStream()
    :: else -> maybeLockStream(); announce(); draw()
    fi;
    if :: M == 11 -> dropAnnouncement() :: M == 10 -> unlockStream() :: M == 6 -> dropAnnouncement() :: else -> skip fi;
    if :: draw() :: skip fi;
    if
    :: M == 14 -> showMine(); flush() /* asynchronous commit: shown first, on the disk later */
    :: M != 14 -> flush(); showMine()
    :: step(inFlight[i] = 0) /* rolled back */
    fi;
    dropAnnouncement();
    unlockStream();
  gone:
    inHot[i] = 0; a = 0; p = 0;
    if :: mine != life -> kept = 0 :: else -> skip fi
  od
}

/* The server dies and comes back: transactions and locks are gone; rows on the disk are there, the sequence somewhere between what was flushed and a bit ahead. */
proctype Crash() {
  byte k;
  do
  :: atomic {
      crashes < CRASHES ->
      crashes++;
      life++;
      hot = 0;
      for (k : 0 .. A - 1) {
        if :: flushing[k] && (flushing[k] & ~visible) -> appear(flushing[k], inHot[k]) :: else -> skip fi;
        inFlight[k] = 0; flushing[k] = 0; announced[k] = 0
      }
      k = 0;
      visible = visible & flushed;
      do :: seq > onDisk -> seq-- :: break :: seq++ -> break od
    }
  od
}

#define lowest(k) if :: announced[k] && announced[k] - 1 < mark -> mark = announced[k] - 1 :: else -> skip fi
/* A look of the reader: all three are one call, so a crash ends it. */
#define look(what) atomic { if :: mine == life || M == 13 -> what :: else -> goto again fi }

proctype Reader() {
  byte mark, mine;
  short snapshot, rows;
  do
  :: atomic { seq > cursor -> mine = life };
    if
    :: M == 1 -> look(mark = 15; lowest(0); lowest(1)); look(if :: seq < mark -> mark = seq :: else -> skip fi); look(snapshot = visible)
    :: M == 2 -> look(snapshot = visible); look(mark = seq); look(lowest(0); lowest(1))
    :: M == 3 -> look(mark = seq); look(snapshot = visible); look(lowest(0); lowest(1))
    :: else -> look(mark = seq); look(lowest(0); lowest(1)); look(snapshot = visible)
    fi;
    d_step {
      rows = snapshot & upto(mark) & ~upto(cursor);
      if
      :: M == 12 && mark > cursor -> assert((visible & upto(mark) & ~upto(cursor) & ~rows) == 0); cursor = mark
      :: else -> do :: rows >> (cursor + 1) -> assert((visible & (1 << (cursor + 1)) & ~rows) == 0); cursor++ :: else -> break od /* NOTHING PASSED */
      fi
    };
  again:
    skip;
    d_step { mark = 0; snapshot = 0; rows = 0 }
  od
}

init { atomic { run Appender(0); run Appender(1); run Reader(); run Crash() } }
