from final import *
import os
A=adapt2(d,ED,w,sd,.003)
hl_r=rows(hl);ha_r=rows(ha)
j=names.index('men');X0=d['X'].copy();d2=dict(d);X0[:,j]=0;d2['X']=X0
print('no mention: static',ev((X0@w)[hl_r],bl),'adapt',ev(adapt2(d2,ED,w,sd,.003)[hl_r],bl))
hasm=np.array([d['X'][d['ptr'][i]:d['ptr'][i+1],j].max()>0 for i in hl]);P=per_query(A[hl_r],bl);print('last40 with mention %d: %s, without: %s'%(hasm.sum(),P[hasm].mean(0).round(3),P[~hasm].mean(0).round(3)))
if os.path.exists('tmp/bcam_nt.npz'):
    nt=load('bcam_nt');print('no title (same weights): static',ev((nt['X']@w)[hl_r],bl),'adapt',ev(adapt2(nt,ED,w,sd,.003)[hl_r],bl),'all dev',ev(adapt2(nt,ED,w,sd,.003)[ha_r],ba))
# cold start: adapted, all dev, by age of the community
t0=data.ts('2019-12-13T00:00:00Z');age=(d['t'][ha]-t0)/86400
PA=per_query(A[ha_r],ba);PB=per_query(d['X'][ha_r][:,names.index('ac90')],ba)
# honest cold start: weights never trained on bca (ubuntu only)
u=load('ubuntum');wu=fit_lin2(u,cols,10,'mix',free=[0],base_col=bc);su=qscale(u,bc)
AU=adapt2(d,ED,wu,su,.003);PU=per_query(AU[ha_r],ba);PUs=per_query((d['X']@wu)[ha_r],ba)
for lo,hi in((0,120),(120,200),(200,300),(300,600),(600,935),(935,1400)):
    k=(age>=lo)&(age<hi);print('age %d-%d days n %d: model %s | trained on ubuntu only, adapt %s, static %s | ac90 %s'%(lo,hi,k.sum(),PA[k].mean(0).round(3),PU[k].mean(0).round(3),PUs[k].mean(0).round(3),PB[k].mean(0).round(3)))
print('ubuntu-only weights: last40 static',ev((d['X']@wu)[hl_r],bl),'adapt',ev(AU[hl_r],bl),'all dev',ev(AU[ha_r],ba))
# price
print('price (prequential over all dev queries, last 40 % shown): kappa eta T | MRR H1 R5 t5')
for T in(1.,):
    for eta in(.01,.03,.1):
        for kap in(.3,.2,.15,.12,.10,.09,.08,.07,.06):
            s=priced(A[ha_r],ba,kap,eta,T);r=s[len(s)-len(hl_r):];print('  %.2f %.2f | last40 %.4f %.4f %.4f t5 %.3f | first60 %s t5 %.3f'%(kap,eta,*met(r,bl),top5(r,bl),met(s[:len(s)-len(hl_r)],sub(ba,list(range(552)))).round(4),top5(s[:len(s)-len(hl_r)],sub(ba,list(range(552))))),flush=True)
import collections
f=collections.Counter(); 
M,Q,Tt=data.bca()
for i in hl: f[Tt[d['qid'][i]]['first']]+=1
print('truth first top5 share last40',sum(x for _,x in f.most_common(5))/len(hl))
f=collections.Counter()
for i in ha: f[Tt[d['qid'][i]]['first']]+=1
print('all dev',sum(x for _,x in f.most_common(5))/len(ha))
