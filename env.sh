cmpc () 
{ 
    $J validate -f json "$@" > /tmp/dev/ci7/c1 2> /tmp/dev/ci7/e1;
    a=$?;
    $J validate --no-cache -f json "$@" > /tmp/dev/ci7/c2 2> /tmp/dev/ci7/e2;
    b=$?;
    if cmp -s /tmp/dev/ci7/c1 /tmp/dev/ci7/c2 && [ $a = $b ]; then
        echo "same ($a)";
    else
        echo "DIFFERENT $a $b";
        diff /tmp/dev/ci7/c1 /tmp/dev/ci7/c2 | head -8;
    fi;
    diff /tmp/dev/ci7/e1 /tmp/dev/ci7/e2 | head -3
}
