#!/usr/bin/env python3
"""trains weights.json.  Needs tmp/*.npz of extract.py: bca (bcam), ubuntu (ubuntum), w0..w5 (worlds made of bca's first 60 %).
fixed seeds: world(seed) 0..5; everything else is deterministic."""
from t8 import *
import json,sys
L2=10.;WORLD=.3;UB=.15;UBN=1400
def train(d,N,names,cols=None,ub=True,l2=L2,worlds=True):
    cols=list(range(len(names))) if cols is None else cols
    a=sub(d,range(N));L=[a];w=[np.ones(N)]
    if worlds: L+=WS;w+=[np.full(len(x['t']),WORLD) for x in WS]
    if ub: u=load('ubuntum');L.append(sub(u,list(range(UBN))));w.append(np.full(UBN,UB))
    A=cat(L);free=[i for i,c in enumerate(cols) if names[c]=='men']
    be=fit_lin2(A,cols,l2,'mix',np.concatenate(w),free,base_col=BI(names));W=np.zeros(len(names));W[cols]=be
    return W,qscale(A,BI(names))
if __name__=='__main__':
    W,sd=train(d,N,names)
    json.dump({'names':names,'w':[round(float(x),5) for x in W],'scale':[round(float(x),5) for x in sd],'eta':.003},open('weights.json','w'))
    print('\n'.join('%-8s w %+.4f  scale %.4f  w*scale %+.4f'%(n,x,y,x*y) for n,x,y in zip(names,W,sd)))
