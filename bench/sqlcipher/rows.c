/* Reads, writes and times rows in an SQLCipher database, through its C
 * interface, so that no shell and no printing is timed along.
 *
 *   rows load DATABASE FILE      a table of FILE's lines, "id TAB body"
 *   rows scan DATABASE           reads every row and every byte; prints seconds
 *   rows save DATABASE N MODE    N transactions of one row, synchronous=FULL,
 *                                journal mode MODE; prints seconds for each
 *
 * The key is given raw: no passphrase is derived, in none of the times. */
#define _GNU_SOURCE
#define SQLITE_HAS_CODEC
#include <sqlcipher/sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static sqlite3 *db;

static void fail(const char *what) {
  fprintf(stderr, "%s: %s\n", what, db ? sqlite3_errmsg(db) : "");
  exit(1);
}

static void run(const char *sql) {
  if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) fail(sql);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

static void open_database(const char *path) {
  if (sqlite3_open(path, &db) != SQLITE_OK) fail("open");
  run("PRAGMA key = \"x'2DD29CA851E7B56E4697B0E1F08507293D761A05CE4D1B628663F411A8086D99'\"");
  run("SELECT count(*) FROM sqlite_master");
}

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *s;
  if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK) fail(sql);
  return s;
}

static void put(sqlite3_stmt *s, const char *id, const char *body) {
  sqlite3_bind_text(s, 1, id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text(s, 2, body, -1, SQLITE_TRANSIENT);
  if (sqlite3_step(s) != SQLITE_DONE) fail("insert");
  sqlite3_reset(s);
}

static void load(const char *path) {
  FILE *f = fopen(path, "r");
  if (!f) fail(path);
  run("CREATE TABLE record (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID");
  run("BEGIN");
  sqlite3_stmt *s = prepare("INSERT INTO record VALUES (?, ?)");
  char *line = NULL;
  size_t room = 0;
  ssize_t n;
  while ((n = getline(&line, &room, f)) > 0) {
    if (line[n - 1] == '\n') line[n - 1] = 0;
    char *tab = strchr(line, '\t');
    if (!tab) fail("a line without a tab");
    *tab = 0;
    put(s, line, tab + 1);
  }
  run("COMMIT");
  fclose(f);
}

static void scan(void) {
  double begin = now();
  sqlite3_stmt *s = prepare("SELECT id, body FROM record");
  long rows = 0, sum = 0;
  while (sqlite3_step(s) == SQLITE_ROW) {
    int n = sqlite3_column_bytes(s, 1);
    const unsigned char *body = sqlite3_column_text(s, 1);
    for (int i = 0; i < n; i++) sum += body[i];
    rows++;
  }
  double took = now() - begin;
  fprintf(stderr, "%ld rows, sum %ld\n", rows, sum);
  printf("%.9f\n", took);
}

static void save(int n, const char *mode) {
  char sql[64], body[1025], id[32];
  snprintf(sql, sizeof sql, "PRAGMA journal_mode = %s", mode);
  run(sql);
  run("PRAGMA synchronous = FULL");
  run("CREATE TABLE IF NOT EXISTS saved (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID");
  memset(body, 'x', 1024);
  body[1024] = 0;
  sqlite3_stmt *s = prepare("INSERT OR REPLACE INTO saved VALUES (?, ?)");
  for (int i = 0; i < n; i++) {
    snprintf(id, sizeof id, "%d-%ld", i, (long)(now() * 1e9));
    double begin = now();
    run("BEGIN");
    put(s, id, body);
    run("COMMIT");
    printf("%.9f\n", now() - begin);
  }
}

int main(int argc, char **argv) {
  if (argc < 3) fail("rows load|scan|save DATABASE …");
  open_database(argv[2]);
  if (!strcmp(argv[1], "load") && argc == 4) load(argv[3]);
  else if (!strcmp(argv[1], "scan")) scan();
  else if (!strcmp(argv[1], "save") && argc == 5) save(atoi(argv[3]), argv[4]);
  else fail("rows load|scan|save DATABASE …");
  sqlite3_close(db);
  return 0;
}
