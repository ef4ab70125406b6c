#!/usr/bin/env python3
"""Helper prediction: online features + listwise linear model.  Reference implementation (numpy).

  m = HelperModel(weights)                # weights: list of len(NAMES) floats (weights.json), or None
  ranking = m.rank(query)                 # BEFORE feed() of the query's own message
  m.feed(message)                         # every message, in order

message: {"id","ts","channel","author","text","reply_to","thread","thread_title"?,"mentions"?,"bot"?}
query:   {"ts","channel","asker","text","title"?}
CLI: model.py MESSAGES.jsonl[.gz] QUERIES.jsonl[.gz] [--no-title] [--no-mention] [--eta ETA] [--lam LAMBDA] > run.jsonl
Everything but the weights is learned online; nothing looks ahead.  The specification is REPORT.md.
"""
import re,math,collections,time,datetime,json,os,sys
import numpy as np
DAY=86400.; LN2=math.log(2); M64=(1<<64)-1
def ts(s): return datetime.datetime.strptime(s,'%Y-%m-%dT%H:%M:%SZ').replace(tzinfo=datetime.timezone.utc).timestamp()
# ---------------------------------------------------------------- text
URL=re.compile(r"https?://\S+"); MEN=re.compile(r"@([\w\-\.:]+)")
TOK=re.compile(r"[^\W_]+(?:'[^\W\d_]+)?"); CAM=re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
def stem(w):
    if len(w)>5 and w.endswith('ing'): w=w[:-3]
    elif len(w)>4 and w.endswith('ed'): w=w[:-2]
    elif len(w)>4 and w.endswith('es'): w=w[:-2]
    elif len(w)>3 and w.endswith('s') and not w.endswith('ss'): w=w[:-1]
    if len(w)>3 and w.endswith('e'): w=w[:-1]
    return w
def terms(s,cap=400):
    out=[]; s=URL.sub(lambda m:' '+m.group(0)[8:60]+' ',s); s=MEN.sub(' ',s)
    for m in TOK.finditer(s):
        w=m.group(0)
        if len(w)>40: continue
        lw=w.lower()
        if len(lw)>1: out.append(stem(lw))
        if len(w)>5 and not (w.islower() or w[1:].islower() or w.isupper()):
            ps=CAM.findall(w)
            if len(ps)>1: out+=[stem(p.lower()) for p in ps if len(p)>2]
        if len(out)>cap: break
    return out
def h64(w):
    h=0xcbf29ce484222325
    for b in w.encode(): h=((h^b)*0x100000001b3)&M64
    h=((h^(h>>30))*0xbf58476d1ce4e5b9)&M64; h=((h^(h>>27))*0x94d049bb133111eb)&M64
    return h^(h>>31)
_sg={}
def signs(w):
    """64 dimensions, +-1/8, from the bits of the hash"""
    v=_sg.get(w)
    if v is None: h=h64(w); v=_sg[w]=np.array([1. if h>>i&1 else -1. for i in range(64)])/8
    return v
# ---------------------------------------------------------------- decayed counters
class Cnt:
    """value per key that halves every hl ticks of a clock (seconds, or counted events)"""
    __slots__=('k','d')
    def __init__(s,hl): s.k=LN2/hl; s.d={}
    def add(s,key,c,x=1.):
        e=s.d.get(key)
        if e is None: s.d[key]=[c,x]
        else: e[1]=e[1]*math.exp(-s.k*(c-e[0]))+x; e[0]=c
    def get(s,key,c):
        e=s.d.get(key)
        return 0. if e is None else e[1]*math.exp(-s.k*(c-e[0]))
    def col(s,keys,c): return np.array([s.get(k,c) for k in keys])
def LS(x,k): return np.log((x+k/len(x))/(x.sum()+k))                                # smoothed log share
def HB(c,g,k): p=(g+1./len(g))/(g.sum()+1); return np.log((c+k*p)/(c.sum()+k))      # channel share backed off to the global share
def lift(v,s_,k,sh): return np.log((v+k*sh)/(s_+k)/sh)
MIN_IDF=1.5; QTERMS=40; KNN=60
NAMES='men ac30 ac90 ac365 fc90 a30 a90 ec30 ec100 ea100 mc30 mc90 m30 emc100 rec recc reca rk rkc rkac act30m asr90 apd90 rate300 h3 h8 wd bm cd nl_m nb_q nb_t nb_m nbti lt_s km k4 en rare ath pd30 rp30 pl conv lth code newb'.split()
class HelperModel:
    def __init__(s,weights=None,title=True,mention=True,eta=.003,scale=None,lam=0.):
        """weights, scale: lists (weights.json); eta: online step (0 = static); lam: price of recent first places (0 = none)"""
        s.w=None if weights is None else np.asarray(weights,float); s.use_title=title; s.use_men=mention
        s.eta=eta;s.sd=np.ones(len(NAMES)) if scale is None else np.asarray(scale,float);s.lam_=lam;s.exp=Cnt(30);s.nq=0   # exposure halves every 30 queries
        C=Cnt; d=DAY; D=collections.defaultdict
        s.now=0.
        s.last={};s.first={};s.lastc={};s.lastac={};s.lm={};s.lmc={};s.loac={};s.oj={}
        s.nmsg=0;s.nopen=0;s.chm=collections.Counter();s.cho=collections.Counter()
        s.a30,s.a90,s.a365=C(30*d),C(90*d),C(365*d); s.ac30,s.ac90,s.ac365=C(30*d),C(90*d),C(365*d); s.f90,s.fc90=C(90*d),C(90*d)
        s.m30,s.m90,s.mc30,s.mc90=C(30*d),C(90*d),C(30*d),C(90*d); s.ask90,s.day90=C(90*d),C(90*d)
        s.ea30,s.ea100,s.ea300=C(30),C(100),C(300); s.ec30,s.ec100=C(30),C(100); s.em3000,s.emc100=C(3000),C(100)
        s.hour={};s.hcom=np.ones(48);s.dd={}
        s.df=collections.Counter();s.nd=0;s.mlen=collections.Counter();s.mtot=0
        s.P={k:D(dict) for k in 'mqts'}; s.N={k:collections.Counter() for k in 'mqts'}; s.seen=set()
        s.th={};s.post=D(list);s.threads=[]
        s.ctx={};s.uc={};s.un=collections.Counter();s.cent=np.zeros(64)
        s.asked=D(lambda:collections.deque(maxlen=5));s.chth=D(lambda:collections.deque(maxlen=10));s.rc=D(lambda:collections.deque(maxlen=30))
        s.pd=C(30*d);s.pa=C(365*d);s.code=C(365*d);s.newb=C(365*d);s.nask=collections.Counter();s.aut={}
    # ---- text helpers
    def idf(s,w): return math.log(1+(s.nd+1)/(s.df.get(w,0)+.5))
    def bag(s,text,title):
        """terms of an opening -> weight; the QTERMS heaviest"""
        t=terms(text)
        if s.use_title and title: t=t+terms(title)*2
        W=[(s.idf(w)*min(1+math.log(x),2),w) for w,x in collections.Counter(t).items()]
        W=sorted((x for x in W if x[0]>=MIN_IDF),reverse=True)[:QTERMS]
        return {w:x for x,w in W}
    def embed(s,W):
        v=np.zeros(64)
        for w,x in W.items():
            b=signs(w)*.5; c=s.ctx.get(w)
            if c is not None: b=b+c/(math.sqrt(c@c)+.5)
            v+=x*b
        n=math.sqrt(v@v); return v/n if n else v
    # ---- candidates and features
    def candidates(s,t,a): return [u for u,l in s.last.items() if t-l<=90*DAY and u!=a]
    def features(s,q):
        t=max(ts(q['ts']),s.now);a=q['asker'];c=q['channel'];text=q['text'];title=q.get('title') if s.use_title else None
        cand=s.candidates(t,a);n=len(cand)
        if not n: return cand,np.zeros((0,len(NAMES)))
        kc=[(u,c) for u in cand];idx={u:i for i,u in enumerate(cand)};F={}
        # 1 answers
        A30,A90,A365=(x.col(cand,t) for x in(s.a30,s.a90,s.a365))
        F['ac30']=HB(s.ac30.col(kc,t),A30,2);F['ac90']=HB(s.ac90.col(kc,t),A90,2);F['ac365']=HB(s.ac365.col(kc,t),A365,2);F['fc90']=HB(s.fc90.col(kc,t),s.f90.col(cand,t),2)
        F['a30']=LS(A30,1);F['a90']=LS(A90,1)
        E30,E100,E300=(x.col(cand,s.nopen) for x in(s.ea30,s.ea100,s.ea300)); C30,C100=(x.col(kc,s.cho[c]) for x in(s.ec30,s.ec100))
        F['ec30']=HB(C30,E30,2);F['ec100']=HB(C100,E100,2);F['ea100']=LS(E100,1)
        # 2 messages
        M30,M90=s.m30.col(cand,t),s.m90.col(cand,t)
        F['mc30']=HB(s.mc30.col(kc,t),M30,3);F['mc90']=HB(s.mc90.col(kc,t),M90,3);F['m30']=LS(M30,1);F['emc100']=HB(s.emc100.col(kc,s.chm[c]),s.em3000.col(cand,s.nmsg),3)
        # 3 recency
        L=lambda x:math.log1p(x/60); l1=math.log1p
        F['rec']=np.array([L(t-s.last[u]) for u in cand]);F['recc']=np.array([L(t-s.lastc[k]) if k in s.lastc else 14. for k in kc]);F['reca']=np.array([L(t-s.lastac[k]) if k in s.lastac else 14. for k in kc])
        F['rk']=np.array([l1(s.nmsg-s.lm[u]) for u in cand]);F['rkc']=np.array([l1(s.chm[c]-s.lmc[k]) if k in s.lmc else l1(s.chm[c]+20) for k in kc]);F['rkac']=np.array([l1(s.cho[c]-s.loac[k]) if k in s.loac else l1(s.cho[c]+10) for k in kc])
        F['act30m']=np.array([math.exp(-(t-s.last[u])/1800) for u in cand])
        # 4 kind of member
        F['asr90']=np.log((A90+.5)/(s.ask90.col(cand,t)+.5));F['apd90']=np.log((A90+.2)/(s.day90.col(cand,t)+1))
        j=np.array([s.oj[u] for u in cand],float);F['rate300']=np.log((E300+.3)/(300/LN2*(1-np.exp(-LN2/300*(s.nopen-j)))+3))
        # 5 hours
        lt=time.gmtime(t);hh=lt.tm_hour;we=24 if lt.tm_wday>=5 else 0;com=s.hcom[:24]+s.hcom[24:]
        H=np.array([s.hour[u] for u in cand]);HA=H[:,:24]+H[:,24:];HS=HA.sum(1)
        for sp in(3,8):
            b=[(hh+k)%24 for k in range(sp)];w=np.exp(-np.arange(sp)/(sp/2));w/=w.sum();pc=(com[b]*w).sum()/com.sum()
            F['h%d'%sp]=lift((HA[:,b]*w).sum(1),HS,4,pc)
        F['wd']=lift(H[:,we:we+24].sum(1),HS,5,s.hcom[we:we+24].sum()/s.hcom.sum())
        # 6 mention
        men={x.rstrip('.:-') for x in MEN.findall(text)} if s.use_men else ()
        F['men']=np.array([1. if u in men else 0. for u in cand])
        # 7 text
        W=s.bag(text,title);sw=sum(W.values()) or 1.;s2=sum(x*x for x in W.values()) or 1.;norm=math.sqrt(s2);rs=math.sqrt(sw+1)
        tt=set(terms(title)) if title else ()
        avg=s.mtot/max(1,len(s.mlen)) or 1.
        Nc={k:np.array([s.N[k][u] for u in cand],float) for k in 'mqt'};pr={k:(v+1./n)/(v.sum()+1) for k,v in Nc.items()}
        z=lambda:np.zeros(n); bm,cd,ra,nlm,nbq,nbt,nbm,nbi,lts=(z() for _ in range(9));seenw=0.;MU=40.;tm=Nc['m'].sum()+1
        for w,x in W.items():
            I=s.idf(w)
            v=[(idx[u],y) for u,y in s.P['m'].get(w,{}).items() if u in idx]
            if v:
                S=sum(y for _,y in v);R=sum(math.sqrt(y) for _,y in v);pw=(S+.5)/tm;seenw+=x
                for i,y in v:
                    bm[i]+=x*y*2.2/(y+1.2*(.25+.75*s.mlen[cand[i]]/avg));cd[i]+=x*x*math.sqrt(y)/(R+2);ra[i]=max(ra[i],I*y/(S+1))
                    b=x*math.log1p(y/(30*pr['m'][i]));nbm[i]+=b;nlm[i]+=x*math.log1p(y/(MU*pw))
                    if w in tt: nbi[i]+=.5*b
            for u,y in s.P['q'].get(w,{}).items():
                i=idx.get(u)
                if i is not None:
                    b=x*math.log1p(y/(5*pr['q'][i]));nbq[i]+=b
                    if w in tt: nbi[i]+=b
            for u,y in s.P['t'].get(w,{}).items():
                i=idx.get(u)
                if i is not None: nbt[i]+=x*math.log1p(y/(10*pr['t'][i]))
            for u,y in s.P['s'].get(w,{}).items():
                i=idx.get(u)
                if i is not None: lts[i]+=x*math.log1p(y)
        F['bm']=bm/sw;F['cd']=np.sqrt(cd/s2);F['rare']=ra/10;F['nl_m']=(nlm-seenw*np.log1p(Nc['m']/MU))/sw
        F['nb_q']=nbq/rs;F['nb_t']=nbt/rs;F['nb_m']=nbm/rs;F['nbti']=nbi/rs;F['lt_s']=lts/(lts.max()+1e-3)
        p0=(C100+3*(E300+1./n)/(E300.sum()+1))/(C100.sum()+3)
        sims=collections.defaultdict(float)
        for w,x in W.items():
            pl=s.post.get(w)
            if pl:
                for j_,y in pl[-600:]: sims[j_]+=x*y
        top=sorted(((y/(norm*s.threads[j_]['norm']),j_) for j_,y in sims.items()),reverse=True)[:KNN]
        k4=z();km=z();w4=0.
        for cs,j_ in top:
            T=s.threads[j_];x4=cs**4*.5**((t-T['t'])/DAY/365)*(1.3 if T['c']==c else 1.);w4+=x4
            for u in T['ans']:
                i=idx.get(u)
                if i is not None: k4[i]+=x4;km[i]=max(km[i],cs)
        F['k4']=np.log((k4+.005*p0)/(w4+.005));F['km']=km
        e=s.embed(W)-s.cent;e/=math.sqrt(e@e)+1e-9;r=z()
        for i,u in enumerate(cand):
            if u in s.uc: v=s.uc[u]-s.un[u]*s.cent;r[i]=(e@v)/(math.sqrt(v@v)+2.)
        F['en']=r
        # 8 asker and member, talk in the channel
        r=z()
        for k,T in enumerate(reversed(s.asked[a])):
            for u in T['part']:
                i=idx.get(u)
                if i is not None: r[i]+=.6**k
        F['ath']=r
        F['pd30']=np.log1p(s.pd.col([(u,a) for u in cand],t));F['rp30']=np.log1p(s.pd.col([(a,u) for u in cand],t))
        x=s.pa.col([(u,a) for u in cand],t);F['pl']=np.log((x+2*p0)/(x.sum()+2)/p0)
        r=z()
        for k,(tm_,u) in enumerate(reversed(s.rc[c])):
            i=idx.get(u)
            if i is not None: r[i]+=math.exp(-k/6-(t-tm_)/21600)
        F['conv']=r;r=z()
        for k,T in enumerate(reversed(s.chth[c])):
            for u in T['part']:
                i=idx.get(u)
                if i is not None and u!=T['a']: r[i]+=.7**k
        F['lth']=r
        cb='`' in text;x=s.code.col([(u,cb) for u in cand],t);y=s.code.col([(u,not cb) for u in cand],t);S=(x+y).sum();F['code']=lift(x,x+y,8,(x.sum()+.5)/(S+1))
        k=min(2,s.nask[a]);X=[s.newb.col([(u,b) for u in cand],t) for b in range(3)];S=sum(X);F['newb']=lift(X[k],S,8,(X[k].sum()+.5)/(S.sum()+1.5))
        return cand,np.stack([F[k] for k in NAMES],1)
    def rank(s,q):
        cand,X=s.features(q)
        if not cand: return []
        sc=X@s.w;o=np.argsort(-sc,kind='stable');r=[cand[i] for i in o]
        if s.lam_:
            x=sc-s.lam_*np.log1p([s.exp.get(u,s.nq) for u in cand]);u=cand[int(np.argmax(x))];r.remove(u);r.insert(0,u);s.exp.add(u,s.nq+1)
        s.nq+=1
        return r
    def learn(s,T,a):
        """a answered opening T (first post there within 7 days): one listwise gradient step"""
        if s.w is None or not s.eta or a not in T['cand']: return
        Z=T['X']/s.sd;w=s.w*s.sd;x=Z@w;p=np.exp(x-x.max());p/=p.sum();p[T['cand'].index(a)]-=1
        g=Z.T@p;g*=min(1.,3/(math.sqrt(g@g)+1e-9));s.w=(w-s.eta*g/len(T['ans']))/s.sd
    # ---- learning from a message
    def feed(s,m):
        if m.get('bot'): return
        t=s.now=max(s.now,ts(m['ts']));a=m['author'];c=m['channel'];th=m.get('thread');text=m['text']
        pend=None
        if th is not None and th not in s.th and s.w is not None and s.eta:
            pend=s.features({'ts':m['ts'],'channel':c,'asker':a,'text':text,'title':m.get('thread_title')}) # as rank() saw it, before any change
        if a not in s.first: s.first[a]=t;s.hour[a]=np.zeros(48);s.oj[a]=s.nopen
        s.nmsg+=1;s.chm[c]+=1;ac=(a,c)
        s.m30.add(a,t);s.m90.add(a,t);s.mc30.add(ac,t);s.mc90.add(ac,t);s.em3000.add(a,s.nmsg);s.emc100.add(ac,s.chm[c]);s.lm[a]=s.nmsg;s.lmc[ac]=s.chm[c]
        if s.dd.get(a)!=int(t//DAY): s.dd[a]=int(t//DAY);s.day90.add(a,t)
        lt=time.gmtime(t);b=lt.tm_hour+(24 if lt.tm_wday>=5 else 0);h=s.hour[a]
        if a in s.last: h*=.5**((t-s.last[a])/DAY/90)
        h[b]+=1;s.hcom[b]+=1;s.last[a]=t;s.lastc[ac]=t;s.rc[c].append((t,a))
        tg=set(m.get('mentions') or ())
        if m.get('reply_to') in s.aut: tg.add(s.aut[m['reply_to']])
        s.aut[m['id']]=a;tg.discard(a)
        for u in tg: s.pd.add((a,u),t)
        tc=collections.Counter(terms(text))
        def put(P,w,x=1): d=s.P[P][w];d[a]=d.get(a,0)+x
        if th is not None:
            T=s.th.get(th)
            if T is None:
                W=s.bag(text,m.get('thread_title'))
                T=s.th[th]={'a':a,'t':t,'c':c,'W':W,'part':[a],'ans':[],'norm':math.sqrt(sum(x*x for x in W.values())) or 1.,'e':s.embed(W),'code':'`' in text,'k':min(2,s.nask[a])}
                if pend: T['cand'],T['X']=pend   # Java: keep the 40 best only, drop after 7 days
                else: T['cand'],T['X']=(),None
                j=len(s.threads);s.threads.append(T)
                for w,x in W.items(): s.post[w].append((j,x));put('s',w)
                s.nopen+=1;s.cho[c]+=1;s.ask90.add(a,t);s.nask[a]+=1
                s.cent=s.cent+max(1./s.nopen,.002)*(T['e']-s.cent)
                s.asked[a].append(T);s.chth[c].append(T)
            else:
                if a!=T['a']:
                    for w in tc:
                        if (a,th,w) not in s.seen: s.seen.add((a,th,w));put('t',w)
                    if (a,th) not in s.seen: s.seen.add((a,th));s.N['t'][a]+=1
                if a not in T['part']:
                    T['part'].append(a)
                    if t-T['t']<=7*DAY:
                        fst=not T['ans'];T['ans'].append(a);s.learn(T,a)
                        for x in(s.a30,s.a90,s.a365): x.add(a,t)
                        for x in(s.ac30,s.ac90,s.ac365): x.add(ac,t)
                        for x in(s.ea30,s.ea100,s.ea300): x.add(a,s.nopen)
                        s.ec30.add(ac,s.cho[c]);s.ec100.add(ac,s.cho[c]);s.lastac[ac]=t;s.loac[ac]=s.cho[c]
                        if fst: s.f90.add(a,t);s.fc90.add(ac,t)
                        s.pa.add((a,T['a']),t);s.code.add((a,T['code']),t);s.newb.add((a,T['k']),t)
                        for w in T['W']: put('q',w)
                        s.N['q'][a]+=1;s.uc[a]=s.uc.get(a,0)+T['e'];s.un[a]+=1
        for w,x in tc.items(): put('m',w,x);s.df[w]+=1
        s.mlen[a]+=sum(tc.values());s.mtot+=sum(tc.values());s.N['m'][a]+=1;s.nd+=1
        ws=[w for w in tc if s.df[w]<.05*s.nd+5][:60]
        if len(ws)>1:
            ids=[s.idf(w) for w in ws];sm=sum(signs(w)*i for w,i in zip(ws,ids))
            for w,i in zip(ws,ids):
                g=.3*(sm-signs(w)*i)/len(ws);v=s.ctx.get(w);s.ctx[w]=g if v is None else v+g

def load_weights():
    W=json.load(open(os.path.join(os.path.dirname(os.path.abspath(__file__)),'weights.json')));assert W['names']==NAMES
    return dict(weights=W['w'],scale=W['scale'],eta=W['eta'])
if __name__=='__main__':
    import gzip,gc;gc.disable()
    A=sys.argv[1:];opt=lambda n:A[A.index(n)+1] if n in A else None
    op=lambda f:gzip.open(f,'rt') if f.endswith('.gz') else open(f)
    kw=load_weights()
    if opt('--eta'): kw['eta']=float(opt('--eta'))
    if opt('--lam'): kw['lam']=float(opt('--lam'))
    h=HelperModel(title='--no-title' not in A,mention='--no-mention' not in A,**kw)
    Q={q['qid']:q for q in map(json.loads,op(A[1]))};tm=[]
    for m in map(json.loads,op(A[0])):
        q=Q.get(m['id'])
        if q:
            t0=time.perf_counter();r=h.rank(q);tm.append(time.perf_counter()-t0);print(json.dumps({'qid':q['qid'],'ranking':r}))
        h.feed(m)
    print('rank: mean %.1f ms, p50 %.1f, p99 %.1f'%(1e3*np.mean(tm),1e3*np.median(tm),1e3*np.quantile(tm,.99)),file=sys.stderr)
