import numpy as np,sys
def load(n):
    z=np.load('tmp/%s.npz'%n); d={k:z[k] for k in z.files}; d['X']=d['X'].astype(float); return d
def sub(d,qi,keep_names=None):
    rows=np.concatenate([np.arange(d['ptr'][i],d['ptr'][i+1]) for i in qi]); ln=np.diff(d['ptr'])[qi]
    return dict(X=d['X'][rows],y=d['y'][rows],ptr=np.concatenate([[0],np.cumsum(ln)]),cand=d['cand'][rows],names=d['names'],t=d['t'][qi],qi=np.array(qi),help=d['help'][qi])
def softmax(s,ptr):
    st=ptr[:-1]; ln=np.diff(ptr); m=np.maximum.reduceat(s,st); e=np.exp(s-np.repeat(m,ln)); z=np.add.reduceat(e,st); return e/np.repeat(z,ln)
def per_query(s,d):
    out=[]
    for i in range(len(d['ptr'])-1):
        a,b=d['ptr'][i],d['ptr'][i+1]; y=d['y'][a:b]; o=np.argsort(-s[a:b],kind='stable'); r=y[o]; p=np.flatnonzero(r)
        out.append((1/(p[0]+1),r[0],r[:5].sum()/min(5,r.sum())))
    return np.array(out)
def met(s,d): return per_query(s,d).mean(0)
def top5(s,d):
    import collections
    c=collections.Counter(d['cand'][d['ptr'][i]+np.argmax(s[d['ptr'][i]:d['ptr'][i+1]])] for i in range(len(d['ptr'])-1))
    return sum(x for _,x in c.most_common(5))/(len(d['ptr'])-1)
def target(d,kind):
    ln=np.diff(d['ptr']); 
    return d['y']/np.repeat(np.add.reduceat(d['y'],d['ptr'][:-1]),ln)
def loss_grad(s,d,w,kind):
    """kind ce: listnet on uniform truth; any: -log sum p_truth; mix"""
    ptr=d['ptr']; ln=np.diff(ptr); p=softmax(s,ptr); wr=np.repeat(w,ln)
    t=target(d,kind)
    if kind=='ce': q=t
    else:
        py=p*d['y']; q=py/np.repeat(np.add.reduceat(py,ptr[:-1])+1e-300,ln)
        if kind=='mix': q=.5*q+.5*t
    return wr*(p-q)
def fit_linear(d,l2=1.,kind='ce',w=None,it=60,cols=None):
    """L-BFGS on listwise loss, standardised columns. returns mu,sd,beta over all columns"""
    X=d['X'] if cols is None else d['X'][:,cols]
    nq=len(d['ptr'])-1; w=np.ones(nq) if w is None else w
    # centre inside the query: query-constant shifts do not matter for softmax
    ln=np.diff(d['ptr']); mu_q=np.add.reduceat(X,d['ptr'][:-1],axis=0)/ln[:,None]
    Z=X-np.repeat(mu_q,ln,axis=0); sd=np.sqrt((Z*Z).mean(0))+1e-9; Z/=sd
    ptr=d['ptr'];t=target(d,kind);wr=np.repeat(w,ln)
    def fg(b):
        s=Z@b; p=softmax(s,ptr)
        if kind=='ce': L=-(wr*t*np.log(p+1e-12)).sum(); q=t
        else:
            py=p*d['y']; zz=np.add.reduceat(py,ptr[:-1])+1e-300; L=-(w*np.log(zz)).sum(); q=py/np.repeat(zz,ln)
            if kind=='mix':
                L=.5*L-.5*(wr*t*np.log(p+1e-12)).sum(); q=.5*q+.5*t
        return L+.5*l2*b@b, Z.T@(wr*(p-q))+l2*b
    b=lbfgs(fg,np.zeros(Z.shape[1]),it)
    return b/sd
def lbfgs(fg,x,it,m=10):
    f,g=fg(x); S=[];Y=[]
    for k in range(it):
        q=g.copy(); al=[]
        for s,y in zip(reversed(S),reversed(Y)):
            a=s@q/(y@s); al.append(a); q-=a*y
        if S: q*=(S[-1]@Y[-1])/(Y[-1]@Y[-1])
        else: q*=1/ (np.abs(g).sum()+1e-9)
        for (s,y),a in zip(zip(S,Y),reversed(al)): q+=s*(a-y@q/(y@s))
        st=1.;gd=g@q
        while True:
            xn=x-st*q; fn,gn=fg(xn)
            if fn<=f-1e-4*st*gd or st<1e-6: break
            st*=.5
        s_=xn-x;y_=gn-g
        if s_@y_>1e-12: S.append(s_);Y.append(y_)
        if len(S)>m: S.pop(0);Y.pop(0)
        if abs(f-fn)<1e-6*abs(f): x,f,g=xn,fn,gn;break
        x,f,g=xn,fn,gn
    return x
def folds(d,N,k=6,extra=True):
    """d: all openings; N = index limit in queries (train part). contiguous blocks over the train part; test only help"""
    blocks=np.array_split(np.arange(N),k)
    for b in blocks:
        te=[i for i in b if d['help'][i]]; tr=[i for i in range(N) if i<b[0] or i>b[-1]]
        if not extra: tr=[i for i in tr if d['help'][i]]
        yield tr,te
def train_limit(d):
    h=np.flatnonzero(d['help']); return h[552]  # first query of the last 40 %
