/**
 * The life of a university as statements over numbers: passage k happens at slot k of its day, and its pass and visit
 * follow from k as well, so two databases that hold the same numbers hold the same days. A visit lasts a block of ten
 * days; everybody of the block comes and goes twice a day.
 */
export const PER_DAY = 10_000;
export const DAYS_PER_BLOCK = 10;
export const PASSES_PER_BLOCK = 2_500;
/** three quarters as many as passes, some with two people; the rest were declined */
export const VISITS_PER_BLOCK = 2_062;
export const NAMES = 40_000;
const OPENS = 6;
const SECONDS_PER_PASSAGE = (17 * 3600) / PER_DAY;
/** visits with passes among those of a block */
const GRANTED_PER_BLOCK = (PASSES_PER_BLOCK / 4) * 3;

/** How many passages of its day have happened at this moment; `origin` is the campus midnight of day 0. */
export function passagesUntil(now: Date, origin: Date): number {
  const seconds = (now.getTime() - origin.getTime()) / 1000;
  const day = Math.floor(seconds / 86_400);
  const slot = Math.floor((seconds - day * 86_400 - OPENS * 3600) / SECONDS_PER_PASSAGE);
  return day * PER_DAY + Math.min(PER_DAY, Math.max(0, slot));
}

/** Functions that the other statements share, and how far they have come. The inner selects end in `offset 0`, so that each number is worked out once. */
export const functions = (origin: Date): string => `
  create table if not exists bench_progress (origin timestamptz not null, passages bigint not null, blocks bigint not null);
  create table if not exists bench_name (n int primary key, name text not null, words text[] not null);
  create index if not exists bench_name_name on bench_name (name);
  create or replace function bench_at(k bigint) returns timestamptz language sql stable parallel safe return
    timestamptz '${origin.toISOString()}' + make_interval(days => (k / ${PER_DAY})::int, secs => ${OPENS * 3600} + (k % ${PER_DAY}) * ${SECONDS_PER_PASSAGE});
  create or replace function bench_block_at(block bigint) returns timestamptz language sql stable parallel safe return
    timestamptz '${origin.toISOString()}' + make_interval(days => (block * ${DAYS_PER_BLOCK})::int);
  create or replace function bench_id(at timestamptz, kind text, n bigint) returns uuid language sql stable parallel safe return
    (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || kind || '8' || lpad(to_hex(n), 15, '0'))::uuid;
  create or replace function bench_place(kind text, n bigint) returns uuid language sql immutable parallel safe return
    ('00000000-0000-7000-8000-' || kind || lpad(to_hex(n), 10, '0'))::uuid;
  create or replace function bench_pass(p bigint) returns uuid language sql stable parallel safe return
    bench_id(bench_block_at(p / ${PASSES_PER_BLOCK}), 'a55', p);
  -- Four passes belong to three visits: the last one has two people.
  create or replace function bench_visit_no(p bigint) returns bigint language sql immutable parallel safe return
    (p / ${PASSES_PER_BLOCK}) * ${VISITS_PER_BLOCK} + ((p % ${PASSES_PER_BLOCK}) / 4) * 3 + least(p % 4, 2);
  create or replace function bench_visit(v bigint) returns uuid language sql stable parallel safe return
    bench_id(bench_block_at(v / ${VISITS_PER_BLOCK}) - interval '3 days', 'b00', v);`;

export const places = `
  insert into campus select bench_place('c1', n), 10 + n, '校区' || n, 'Campus ' || n, '-', 10 + n from generate_series(0, 3) n;
  insert into gate (id, campus_id, code, name, name_en)
    select bench_place('d1', n), bench_place('c1', n / 5), 'G' || n, n || '号门', 'Gate ' || n from generate_series(0, 19) n;
  insert into device (id, campus_id, name, gate_ids, state, secret_hash, added_by, added_at)
    select bench_place('e1', n), bench_place('c1', n / 5), n || '号平板', array[bench_place('d1', n)], 'paired', sha256(n::text::bytea), 'bench', now()
    from generate_series(0, 19) n;
  insert into unit (id, campus_id, code, name, pinyin_full, pinyin_initials)
    select bench_place('f1', n), bench_place('c1', n % 4), 'U' || n, '学院' || n, 'xueyuan', 'xy' from generate_series(0, 59) n;
  insert into staff_member (id, number, name, unit_id, pinyin_full, pinyin_initials)
    select bench_place('a1', n), 'B' || n, name, bench_place('f1', n % 60), 'x', 'x' from bench_name where n < 3000;`;

const member = (index: string, name: string, p: string): string => `jsonb_build_object('index', ${index},
    'personKeyId', bench_place('b1', ${p}), 'name', ${name}, 'organisation', null, 'documentKind', 'RESIDENT_ID',
    'documentMasked', '3***************' || ${tail(p)}, 'documentTail', ${tail(p)}, 'documentIndex', encode(sha256(('d' || ${p})::bytea), 'hex'),
    'documentSealed', repeat(md5(${p}::text), 2), 'mobileMasked', '138****' || lpad((${p} % 10000)::text, 4, '0'),
    'mobileIndex', encode(sha256(('m' || ${p})::bytea), 'hex'), 'mobileSealed', md5('s' || ${p}) || md5(${p}::text))`;
const tail = (p: string): string =>
  `lpad((${p} % 1000)::text, 3, '0') || case ${p} / 7 % 11 when 10 then 'X' else (${p} / 7 % 11)::text end`;
const nameOf = (p: string): string => `(select name from bench_name where n = (${p} * 7919) % ${NAMES})`;
const plate = (v: string): string => `case when ${v} % 7 = 0 then '浙E' || lpad((${v} / 7 % 100000)::text, 5, '0') end`;

/** Blocks $1 up to $2, both included: visits (over before block $3), approvals, passes, presence, and what people are found by. */
export const visits = `
  insert into visit (id, number, request_key, status, campus_id, unit_id, host_id, transport, plate, plate_key, period_from, period_until,
     purpose, reason, party, notice_version, locale, policy_version, requested_at, decided_at, seats)
   select bench_visit(v), 'V' || lpad(v::text, 9, '0'), bench_visit(v), case when i >= ${GRANTED_PER_BLOCK} then 'declined' when b < $3::bigint then 'expired' else 'approved' end,
     bench_place('c1', v % 4), bench_place('f1', v % 60), bench_place('a1', v % 3000), case when v % 7 = 0 then 'car' else 'foot' end,
     ${plate('v')}, ${plate('v')}, bench_block_at(b), bench_block_at(b + 1), (array['meeting', 'delivery', 'other', 'tour'])[1 + v % 4], '参加会议和交流',
     jsonb_build_array(${member('0', nameOf('p'), 'p')}) || case when i % 3 = 2 then jsonb_build_array(${member('1', nameOf('(p + 1)'), '(p + 1)')}) else '[]' end,
     '1', 'zh', 1, bench_block_at(b) - interval '3 days' + make_interval(secs => i * 60), bench_block_at(b) - interval '1 day',
     case when i % 3 = 2 then 2 else 1 end
   from (select b, i, b * ${VISITS_PER_BLOCK} + i as v, b * ${PASSES_PER_BLOCK} + i / 3 * 4 + i % 3 as p
         from generate_series($1::bigint, $2::bigint) b, generate_series(0, ${VISITS_PER_BLOCK - 1}) i offset 0) as visits`;

export const block: string[] = [
  `insert into approval (id, subject_kind, subject_id, state, leader_rule, steps, opened_at, closed_at)
   select id, 'visit', id, case status when 'declined' then 'refused' else 'granted' end, 'never', jsonb_build_array(jsonb_build_object(
     'kind', 'host', 'approverId', host_id, 'approverName', '王静', 'state', case status when 'declined' then 'refused' else 'agreed' end,
     'opinion', '同意', 'openedAt', requested_at, 'decidedAt', decided_at)), requested_at, decided_at
   from visit where period_from >= bench_block_at($1::bigint) and period_from <= bench_block_at($2::bigint) and number like 'V%'`,
  `insert into pass (id, campus_id, visit_id, person_index, person_key_id, number, state, person_name, document_masked, document_tail,
     document_index, mobile_index, plate, plate_key, display, period_from, period_until, lookup, record_key_sealed, phone_key, key_number, issued_at)
   select bench_pass(p), bench_place('c1', v % 4), bench_visit(v), (p % 4 = 3)::int, bench_place('b1', p), lpad((20000000 + p)::text, 8, '0'), 'active',
     ${nameOf('p')}, '3***************' || ${tail('p')}, ${tail('p')}, sha256(('d' || p)::bytea), sha256(('m' || p)::bytea), ${plate('v')}, ${plate('v')},
     jsonb_build_object('visitNumber', 'V' || lpad(v::text, 9, '0'), 'unitId', bench_place('f1', v % 60), 'unitName', '学院' || v % 60,
       'hostId', bench_place('a1', v % 3000), 'hostName', '王静', 'transport', case when v % 7 = 0 then 'car' else 'foot' end,
       'partySize', case when p % 4 > 1 then 2 else 1 end),
     bench_block_at(b), bench_block_at(b + 1), substring(sha256(('l' || p)::bytea) for 16), sha256(('r' || p)::bytea) || sha256('-'), null, 1,
     bench_block_at(b) - interval '1 day' + make_interval(secs => p % ${PASSES_PER_BLOCK} * 10)
   from (select b, b * ${PASSES_PER_BLOCK} + i as p, bench_visit_no(b * ${PASSES_PER_BLOCK} + i) as v
         from generate_series($1::bigint, $2::bigint) b, generate_series(0, ${PASSES_PER_BLOCK - 1}) i offset 0) as passes`,
  `insert into presence (campus_id, pass_id) select campus_id, id from pass
   where period_from >= bench_block_at($1::bigint) and period_from <= bench_block_at($2::bigint) and number > '20000000'`,
  `insert into person_words (visit_id, person_index, requested_at, campus_id, unit_id, words, spelt)
   select v.id, (m ->> 'index')::smallint, v.requested_at, v.campus_id, v.unit_id, (select words from bench_name where name = m ->> 'name' limit 1), true
   from visit v cross join lateral jsonb_array_elements(v.party) as m
   where v.period_from >= bench_block_at($1::bigint) and v.period_from <= bench_block_at($2::bigint) and v.number like 'V%'`,
];

/** Passages $1 up to $2, the last not included. */
export const passages = `
  insert into passage (id, at, learned_at, campus_id, gate_id, device_id, pass_id, visit_id, direction, verdict, reason, outcome, expires_at,
    outcome_at, outcome_by, credential, plate, nonce, counter, skew_seconds, policy_version)
  select bench_id(at, '0aa', k), at, at + interval '40 ms', bench_place('c1', v % 4), bench_place('d1', gate), bench_place('e1', gate),
    case when not unknown then bench_pass(p) end, case when not unknown then bench_visit(v) end,
    case when k / ${PASSES_PER_BLOCK} % 2 = 0 then 'entry' else 'exit' end, case when refused or unknown then 'refuse' else 'admit' end,
    case when unknown then 'UNKNOWN' when refused then (array['TOO_EARLY', 'STALE_WINDOW', 'WRONG_GATE'])[1 + k / 50 % 3] else 'OK' end,
    case when refused or unknown then 'refused' when k % 97 = 3 then 'lapsed' else 'admitted' end, at + interval '20 s', at + interval '3 s',
    '保安' || gate, case when unknown and k % 400 = 9 then 'plate' else 'code' end,
    case when unknown and k % 400 = 9 then '沪B' || lpad((k / 400 % 100000)::text, 5, '0') when not unknown then ${plate('v')} end,
    md5(k::text), extract(epoch from at)::bigint / 30, 0.1, 1
  from (select k, p, bench_visit_no(p) as v, bench_at(k) as at, bench_visit_no(p) % 4 * 5 + p % 5 as gate, k % 50 = 7 as refused, k % 200 = 9 as unknown
        from (select k, k / ${PER_DAY * DAYS_PER_BLOCK} * ${PASSES_PER_BLOCK} + k % ${PASSES_PER_BLOCK} as p
              from generate_series($1::bigint, $2::bigint - 1) k offset 0) as numbers offset 0) as facts`;

/** Entries of the audit with their seals for the same passages. Their hashes mean nothing: nobody verifies this chain. */
export const entries = `
  with new as (
    insert into audit_entry (id, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, campus_id, details, request_id, hash, inserted_at)
    select bench_id(at, 'aed', k), at, 'device', bench_place('e1', k % 20)::text, k % 20 || '号平板', 'passage.judged', 'passage', bench_id(at, '0aa', k)::text,
      bench_place('c1', k % 4), jsonb_build_object('verdict', 'admit', 'reason', 'OK', 'direction', 'entry', 'credential', 'code',
        'gateId', bench_place('d1', k % 20), 'passId', bench_place('d1', k)), 'req-' || k, sha256(k::text::bytea), at
    from (select k, bench_at(k) as at from generate_series($1::bigint, $2::bigint - 1) k offset 0) as numbers
    returning id, hash, at
  )
  insert into audit_seal (seq, entry_id, prev_hash, hash, sealed_at)
  select (select coalesce(max(seq), 0) from audit_seal) + row_number() over (order by at), id, hash, hash, at from new`;

/** The hours before this one, counted as the server would: it takes a day at a time, and a thousand days would be waited for. */
export const hours: string[] = [
  `insert into passage_hour (hour, campus_id, gate_id, unit_id, kind, detail, passages)
   select hour, campus_id, gate_id, unit_id, kind, detail, count(*) from passage_tally
   where at < date_trunc('hour', now() - interval '15 minutes') group by 1, 2, 3, 4, 5, 6 on conflict do nothing`,
  `update audit_follower set counted_until = date_trunc('hour', now() - interval '15 minutes') where name = 'roll-ups'`,
  'vacuum analyze passage_hour',
];

/** Who is inside at passage $1 of the block it lies in, some of the block before who never left, and what is over by now. */
export const present: string[] = [
  `with now_at as (
     select $1::bigint as k, $1::bigint % ${PASSES_PER_BLOCK} as turn, $1::bigint / ${PASSES_PER_BLOCK} % 2 = 0 as coming, $1::bigint / ${PER_DAY * DAYS_PER_BLOCK} as block
   ), wanted as (
     select bench_pass(block * ${PASSES_PER_BLOCK} + i) as pass_id, coming = (i < turn) as inside, bench_at(k - turn + i - case when coming then 0 else ${PASSES_PER_BLOCK} end) as since,
       bench_place('d1', bench_visit_no(block * ${PASSES_PER_BLOCK} + i) % 4 * 5 + i % 5) as gate_id
     from now_at, generate_series(0, ${PASSES_PER_BLOCK - 1}) i
     union all
     select bench_pass((block - 1) * ${PASSES_PER_BLOCK} + i), true, bench_block_at(block) - interval '12 hours', bench_place('d1', 1)
     from now_at, generate_series(0, 30) i
   )
   update presence s set state = case when inside then 'inside' else 'outside' end, since = w.since, gate_id = w.gate_id, entries_used = 9
   from wanted w where s.pass_id = w.pass_id`,
  `update presence s set state = 'outside' from pass p where p.id = s.pass_id and s.state = 'inside' and p.number > '20000000'
     and p.period_until < bench_block_at($1::bigint / ${PER_DAY * DAYS_PER_BLOCK} - 1)`,
  `update visit set status = 'expired' where status = 'approved' and number like 'V%' and period_until <= bench_at($1::bigint)`,
  `insert into presence_sample (at, campus_id, unit_id, people)
     select at, c.id, unit, 40 from generate_series(date_bin('10 minutes', now(), '2000-01-01Z') - interval '8 days', now(), interval '10 minutes') as at,
       campus c, lateral (select '' as unit union all select u.id::text from unit u where u.campus_id = c.id) as units
     where $1::bigint > 0 on conflict do nothing`,
  // Those that the load asks with stay good for another day.
  `with kept as (update pass set period_until = bench_at($1::bigint) + interval '2 days' where number < '20000000' returning visit_id)
   update visit v set period_until = bench_at($1::bigint) + interval '2 days' from kept where v.id = kept.visit_id`,
];
