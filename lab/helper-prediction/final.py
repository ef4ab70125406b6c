from train import *
from price import priced
W=json.load(open('weights.json'));w=np.array(W['w']);sd=np.array(W['scale'])
ED=events(d,data.bca_all());ha=np.flatnonzero(d['help']);hl=ha[552:]
def rows(q): return np.concatenate([np.arange(d['ptr'][i],d['ptr'][i+1]) for i in q])
def boot(s,x,B=2000):
    r=np.random.RandomState(0);P=per_query(s,x);m=P[r.randint(0,len(P),(B,len(P)))].mean(1);return ' '.join('[%.3f %.3f]'%tuple(np.quantile(m[:,k],[.025,.975])) for k in range(3))
bl=sub(d,hl);ba=sub(d,ha)
if __name__=='__main__':
    st=d['X']@w
    for nm,s in (('static',st),('adapt .002',adapt2(d,ED,w,sd,.002)),('adapt .003',adapt2(d,ED,w,sd,.003)),('adapt .005',adapt2(d,ED,w,sd,.005)),('adapt .003 from split',adapt2(d,ED,w,sd,.003,start=N))):
        print('%-22s last40'%nm,ev(s[rows(hl)],bl),boot(s[rows(hl)],bl),'| all dev',ev(s[rows(ha)],ba),flush=True)
    W0,s0=train(d,N,names,ub=False);print('no ubuntu: static',ev((d['X']@W0)[rows(hl)],bl),'adapt',ev(adapt2(d,ED,W0,s0,.003)[rows(hl)],bl))
    W0,s0=train(d,N,names,ub=False,worlds=False);print('bca only: static',ev((d['X']@W0)[rows(hl)],bl),'adapt',ev(adapt2(d,ED,W0,s0,.003)[rows(hl)],bl))
    print('base ac90',ev(d['X'][rows(hl)][:,names.index('ac90')],bl),boot(d['X'][rows(hl)][:,names.index('ac90')],bl))
    print('in-sample on last40',ev(bl['X']@fit_lin2(bl,cols,10,'mix',free=[0],base_col=bc),bl))
