"""Leave-one-out ElasticNetCV on one table; says how long it took, without start and reading.

python3 elastic_net_cv.py FILE.csv

The table: a header, the outcome first, then the predictors. l1_ratio 0.1 to 1 (scikit-learn has no path at 0), 100
values of lambda, its own tolerance, one process. Prints `key value` lines.
"""

import sys
import time
import warnings

import numpy as np
import sklearn
from sklearn.linear_model import ElasticNetCV
from sklearn.model_selection import LeaveOneOut

table = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1)
y = table[:, 0]
x = np.asfortranarray(table[:, 1:])
# scikit-learn does not scale inside its folds, so scaling beforehand is all that can be done.
x = (x - x.mean(axis=0)) / x.std(axis=0)

warnings.simplefilter("ignore")
rows, columns = x.shape
net = ElasticNetCV(
    l1_ratio=[k / 10 for k in range(1, 11)],
    n_alphas=100,
    eps=1e-2 if rows < columns else 1e-4,
    cv=LeaveOneOut(),
    n_jobs=1,
)
cpu = time.process_time()
start = time.perf_counter()
net.fit(x, y)
print(f"elapsed {time.perf_counter() - start:.6f}")
print(f"cpu {time.process_time() - cpu:.6f}")
print(f"chosen {net.l1_ratio_} {net.alpha_!r}")
print(f"version {sys.version_info.major}.{sys.version_info.minor} scikit-learn-{sklearn.__version__}")
