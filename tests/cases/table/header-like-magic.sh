printf 'ID3,x\n1,2\n' | conv -e 1; printf 'dns.queries,dns.errors\n1,2\n' | conv -e 1; printf '.snd.a,b,c\n1,2,3\n' | conv -e 1; printf 'OggS,fLaC\n1,2\n' | conv -e 1
