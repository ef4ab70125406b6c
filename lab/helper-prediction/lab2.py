from lab import *
def wscale(Z,ptr,p):
    return np.sqrt((Z*Z*p[:,None]).sum(0)/(len(ptr)-1))+1e-6
def fit_lin2(d,cols,l2=3.,kind='ce',w=None,free=(),it=150,base_col=None,l1=0):
    """scale = sd inside the query under a rough model p (softmax of base col)"""
    X=d['X'][:,cols]; ptr=d['ptr'];ln=np.diff(ptr);nq=len(ln);w=np.ones(nq) if w is None else w
    p=softmax(d['X'][:,base_col],ptr)*.7+.3*np.repeat(1/ln,ln)
    mu=np.add.reduceat(X*p[:,None],ptr[:-1],axis=0); Z=X-np.repeat(mu,ln,axis=0); sd=wscale(Z,ptr,p); Z/=sd
    t=target(d,kind);wr=np.repeat(w,ln)
    L=np.full(len(cols),l2*1.); 
    for j in free: L[j]=.05
    def fg(b):
        s=Z@b; pp=softmax(s,ptr)
        if kind=='ce': f=-(wr*t*np.log(pp+1e-12)).sum(); q=t
        else:
            py=pp*d['y'];zz=np.add.reduceat(py,ptr[:-1])+1e-300; f=-(w*np.log(zz)).sum(); q=py/np.repeat(zz,ln)
            if kind=='mix': f=.5*f-.5*(wr*t*np.log(pp+1e-12)).sum(); q=.5*q+.5*t
        return f+.5*(L*b*b).sum(), Z.T@(wr*(pp-q))+L*b
    return lbfgs(fg,np.zeros(len(cols)),it)/sd
def setup(n='bca2'):
    d=load(n); names=list(d['names']); return d,names,train_limit(d) if n.startswith('bca') else None
def cvp(d,N,cols,l2,kind='ce',k=6,extra=True,wx=1.,names=None):
    free=[i for i,c in enumerate(cols) if d['names'][c] in('mention','men')]; bc=BI(list(d['names'])); out=[]
    for tr,te in folds(d,N,k,extra):
        a=sub(d,tr);b=sub(d,te); be=fit_lin2(a,cols,l2,kind,np.where(a['help'],1,wx),free,base_col=bc); s=b['X'][:,cols]@be
        P=softmax(s,b['ptr']); ll=np.log(np.add.reduceat(P*b['y'],b['ptr'][:-1]))
        out.append(np.column_stack([per_query(s,b),ll]))
    return np.concatenate(out)
def BI(names): return names.index('ansc_hb_90') if 'ansc_hb_90' in names else names.index('ac90')
