"""exposure price: online dual on the first place only.  p = softmax(score/T); first = argmax p_u - lam_u; the rest stays in order of p.
after each naming: lam_u = max(0, lam_u + eta*(1[u first] - kappa)) for every u (lazily: a linear fall by eta*kappa per query)"""
from lab2 import *
def priced(s,d,kappa,eta,T=1.,alpha=1.):
    """returns first-place-adjusted scores per row, in order of queries; lam lives across queries"""
    lam={};lastq={};out=s.copy()
    for i in range(len(d['ptr'])-1):
        a,b=d['ptr'][i],d['ptr'][i+1];x=s[a:b]/T;p=np.exp(x-x.max());p/=p.sum();c=d['cand'][a:b]
        L=np.array([max(0.,lam.get(u,0.)-eta*kappa*(i-lastq.get(u,i))) for u in c])
        k=int(np.argmax(p-L)); out[a+k]=s[a:b].max()+1
        u=c[k]; lam[u]=L[k]+eta*(1-kappa); lastq[u]=i+1
        lam[u]=max(0.,lam[u])
    return out
