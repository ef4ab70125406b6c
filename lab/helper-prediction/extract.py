import numpy as np,sys,time,data,gc
gc.disable()
from data import ts
import model
def run(d,**kw):
    M,Q,T=d;e=model.HelperModel(**kw);X=[];ptr=[0];Y=[];meta=[];C=[];tq=[];t0=time.time()
    for m in M:
        q=Q.get(m['id'])
        if q is not None:
            t1=time.perf_counter();cand,F=e.features(q);tq.append(time.perf_counter()-t1)
            assert len(cand)==q['n_candidates']
            X.append(F.astype(np.float32));ptr.append(ptr[-1]+len(cand));tr=set(T[q['qid']]['truth']);Y.append(np.array([u in tr for u in cand],np.float32));C+=cand;meta.append((q['qid'],ts(q['ts']),q.get('help',True)))
        e.feed(m)
    print('%d queries, stream %.1fs, query mean %.1f p99 %.1f ms'%(len(tq),time.time()-t0,1000*np.mean(tq),1000*np.quantile(tq,.99)),flush=True)
    return dict(X=np.concatenate(X),ptr=np.array(ptr),y=np.concatenate(Y),names=np.array(model.NAMES),qid=np.array([m[0] for m in meta]),t=np.array([m[1] for m in meta]),help=np.array([m[2] for m in meta]),cand=np.array(C))
def world(seed,drop=.3,until=None):
    """another community made from this one: members dropped, late start; only messages before `until` (training part)"""
    M,Q,T=data.bca();r=np.random.RandomState(seed);au=sorted({m['author'] for m in M});out={a for a in au if r.rand()<drop}
    M=[m for m in M if m['author'] not in out and (until is None or m['ts']<until)]
    k=int(len(M)*r.rand()*.4);M=M[k:]
    return (M,)+data.build(M,False)
if __name__=='__main__':
    for w in sys.argv[1:]:
        if w=='bca': np.savez('tmp/bcam.npz',**run(data.bca_all()))
        if w=='bca_nt': np.savez('tmp/bcam_nt.npz',**run(data.bca_all(),title=False))
        if w=='bca_nm': np.savez('tmp/bcam_nm.npz',**run(data.bca_all(),mention=False))
        if w=='ubuntu': np.savez('tmp/ubuntum.npz',**run(data.ubuntu()))
        if w=='irc':
            for k,d in data.irc().items(): np.savez('tmp/%sm.npz'%k,**run(d))
        if w.startswith('w'):
            M,Q,T=data.bca();until=list(Q.values())[552]['ts']
            a,b=w[1:].split('-')
            for i in range(int(a),int(b)): np.savez('tmp/w%d.npz'%i,**run(world(i,until=until)))
