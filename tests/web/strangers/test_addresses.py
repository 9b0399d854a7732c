from tests.web.cast import Cast
from tests.web.strangers.addresses import addresses, url
def test_x(cast: Cast):
    import time
    t=time.time()
    for one in addresses():
        c=cast.client("owner")
        print(one.name, url(one,cast,"group") , c.get(url(one,cast,"group")).status_code)
    print(time.time()-t); 1/0
