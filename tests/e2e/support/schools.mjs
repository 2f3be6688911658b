/** Units of a person's own: K, A and C are targeted, 130 of 435 in need. As in tests/own_units.rs, where its numbers are worked out by hand. */
export const SCHOOLS = `School,Pupils,Eligible pupils,IDACI score
A,100,45,0.40
B,250,80,0.31
C,150,60,0.38
D,200,50,0.22
E,400,50,0.12
F,300,30,0.11
G,100,20,0.19
H,100,30,0.35
I,500,25,0.05
J,250,20,0.07
K,50,25,0.29
L,100,0,0.02
`;
