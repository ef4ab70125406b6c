from t7 import *
import data,bisect
def events(d,ds):
    """answers as (time,query index,row,k-th)"""
    M,Q,T=ds;qi={q:i for i,q in enumerate(d['qid'])} if 'qid' in d else None
    th={Q[q]['thread']:i for q,i in qi.items()};seen={};E=[]
    for m in M:
        if m.get('bot') or m.get('thread') not in th: continue
        i=th[m['thread']];a=m['author']
        if m['id']==d['qid'][i] or a==Q[d['qid'][i]]['asker']: continue
        s=seen.setdefault(i,[])
        if a in s: continue
        s.append(a);t=data.ts(m['ts'])
        if t-d['t'][i]<=7*86400 and t>=d['t'][i]:
            r=np.flatnonzero(d['cand'][d['ptr'][i]:d['ptr'][i+1]]==a)
            if len(r): E.append((t,i,r[0],len(s)))
    E.sort();return E
def adapt2(d,E,w0,sd,eta,l2=0.,kw=1.,start=0,warm=0.,clip=3.,avg=False,K=None):
    w=w0*sd;out=np.zeros(len(d['y']));e=0;n=0
    for i in range(len(d['t'])):
        while e<len(E) and E[e][0]<d['t'][i]:
            t,j,r,k=E[e];e+=1
            if j<start: continue
            a,b=d['ptr'][j],d['ptr'][j+1];Z=d['X'][a:b]/sd;s=Z@w;p=np.exp(s-s.max());p/=p.sum();p[r]-=1;g=Z.T@p;nn=np.sqrt(g@g);g=g*min(1,clip/(nn+1e-9))
            n+=1;lr=eta*(1+warm/(1+n/100.))
            w=w-lr*(g/(k**kw)+l2*(w-w0*sd))
        a,b=d['ptr'][i],d['ptr'][i+1];out[a:b]=(d['X'][a:b]/sd)@w
    return out
if __name__=='__main__':
    U=[(n,load(n+'m')) for n in('ubuntu','mediawiki','rust','stripe')];u=U[0][1]
    I=data.irc();EV={n:events(x,data.ubuntu() if n=='ubuntu' else I[n]) for n,x in U};ED=events(d,data.bca_all());print({k:len(v) for k,v in EV.items()},len(ED))
    a=sub(d,range(N));sd=qscale(a,bc)
    def irc(f): return 'irc3 %.4f %.4f %.4f'%tuple(np.concatenate([per_query(f(n,x),x) for n,x in U[1:]]).mean(0))
    n1=int(N*.45);hq=np.array([i for i in range(n1,N) if d['help'][i]]);rows=np.concatenate([np.arange(d['ptr'][i],d['ptr'][i+1]) for i in hq]);h=sub(d,hq)
    a1=sub(d,range(n1));w1=fit_lin2(a1,cols,10,'mix',free=[0],base_col=bc)
    for eta,kw,l2,warm in((0,1,0,0),(.001,1,0,0),(.002,1,0,0),(.004,1,0,0),(.008,1,0,0),(.004,0,0,0),(.004,1,.1,0),(.002,1,0,3),(.001,1,0,10),(.004,.5,.03,0)):
        print('bca fwd',eta,kw,l2,warm,ev(adapt2(d,ED,w1,sd,eta,l2,kw,start=n1,warm=warm)[rows],h),flush=True)
    for uw in(0,.1,.3):
        half=sub(u,list(range(0,1400)));L=[a]+WS+[half];wq=np.concatenate([np.ones(N)]+[np.full(len(x['t']),.3) for x in WS]+[np.full(1400,uw)]);w=fit_lin2(cat(L),cols,10,'mix',wq,[0],base_col=bc)
        rest=list(range(1400,len(u['t'])));rr=slice(u['ptr'][1400],None);hu=sub(u,rest)
        print('ubuntu weight',uw,'ubuntu 2nd half static',ev((u['X']@w)[rr],hu),irc(lambda n,x:x['X']@w))
        for eta,warm in((.002,0),(.004,0),(.002,3)): print('  adapt',eta,warm,ev(adapt2(u,EV['ubuntu'],w,sd,eta,warm=warm)[rr],hu),irc(lambda n,x:adapt2(x,EV[n],w,sd,eta,warm=warm)),flush=True)
        if uw:
            # what it costs on bca: forward inside the first 60 %
            w2=fit_lin2(cat([a1,half]),cols,10,'mix',np.concatenate([np.ones(n1),np.full(1400,uw)]),[0],base_col=bc)
            print('  bca fwd static',ev((d['X']@w2)[rows],h),'adapt',ev(adapt2(d,ED,w2,sd,.003,start=n1)[rows],h),flush=True)
