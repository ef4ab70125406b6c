"""Loads / builds the helper-prediction sets.  Every set: (messages, queries{qid}, truth{qid})."""
import gzip,json,re,datetime,collections,os
D=os.environ.get('TUMMLER_DATA','../shared/data/')
def ts(s): return datetime.datetime.strptime(s,'%Y-%m-%dT%H:%M:%SZ').replace(tzinfo=datetime.timezone.utc).timestamp()
def rd(f): return [json.loads(l) for l in gzip.open(f,'rt')]
def bca():
    M=rd(D+'bench/bca.messages.jsonl.gz')
    Q={q['qid']:q for q in rd(D+'bench/bca.queries.jsonl.gz')}
    T={q['qid']:q for q in rd(D+'bench/bca.truth.jsonl.gz')}
    return M,Q,T
QRE=re.compile(r"\?|\b(how (?:do|can|to|should|would)|is there|are there|any(?:one|body)|does (?:any|some)|help|stuck|struggling|trying to|can'?t|cannot|unable|error|fails?|failing|wonder(?:ing)?|question|why|what(?:'s| is)|where|looking for|need)\b",re.I)
def build(M,help_only=True):
    """same protocol as bench/baselines.py build()"""
    T=[ts(m['ts']) for m in M]
    th=collections.OrderedDict()
    for m,t in zip(M,T):
        if m.get('thread') and not m.get('bot'): th.setdefault(m['thread'],[]).append((m,t))
    op={v[0][0]['id']:(k,v) for k,v in th.items()}
    last={};Q={};TR={}
    for m,t in zip(M,T):
        if m.get('bot'): continue
        a=m['author']
        if m['id'] in op and m.get('annotated',True):
            k,v=op[m['id']]
            hs=len(m['text'])>=20 and bool(QRE.search(m['text'] if '?' not in (m.get('thread_title') or '') else '?'))
            if hs or not help_only:
                reps=[]
                for x,tx in v[1:]:
                    if x['author']!=a and tx-t<=7*86400 and x['author'] not in reps: reps.append(x['author'])
                cand={u for u,l in last.items() if t-l<=90*86400 and u!=a}
                truth=[u for u in reps if u in cand]
                if truth:
                    Q[m['id']]={'qid':m['id'],'ts':m['ts'],'channel':m['channel'],'asker':a,'thread':k,'title':m.get('thread_title'),'text':m['text'],'n_candidates':len(cand),'help':hs}
                    TR[m['id']]={'qid':m['id'],'truth':truth,'first':truth[0],'n_repliers':len(reps)}
        last[a]=t
    return Q,TR
def ubuntu():
    M=rd(D+'bench/ubuntu_irc_train.messages.jsonl.gz'); return (mono(M),)+build(mono(M))
def mono(M):
    """a few lines run back in time: clamp"""
    p=''
    for m in M: p=m['ts']=max(p,m['ts'])
    return M
def irc():
    """three small communities"""
    M=rd(D+'irc_new_domains.messages.jsonl.gz'); out={}
    for c in ('mediawiki','rust','stripe'):
        m=sorted((x for x in M if x['channel']==c),key=lambda x:x['ts']); out[c]=(m,)+build(m)
    return out
def bca_all():
    """bca with every human opening as a query (training only)"""
    M,Q,T=bca(); Q2,T2=build(M,False)
    for k in Q2: Q2[k]['help']=k in Q
    return M,Q2,T2
if __name__=='__main__':
    M,Q,T=bca(); Q2,T2=build(M)
    print('bca',len(Q),'rebuilt',len(Q2),len(set(Q)&set(Q2)), sum(set(T[k]['truth'])==set(T2[k]['truth']) for k in Q if k in T2),sum(Q[k]['n_candidates']==Q2[k]['n_candidates'] for k in Q if k in Q2))
    Q3,T3=build(M,False);print('all openings',len(Q3))
    for n,(m,q,t) in [('ubuntu',ubuntu())]+list(irc().items()):
        print(n,len(m),len(q),sum(x['n_candidates'] for x in q.values())/len(q),sum(len(x['truth']) for x in t.values())/len(q))
