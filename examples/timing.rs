use std::time::Instant;
use who_gets_missed::data::table::*;
use who_gets_missed::results::gap_measures::*;
use who_gets_missed::scenario::MeasureChoices;
fn main(){
 let p=std::env::args().nth(1).unwrap();
 let t=Instant::now();
 let b=std::fs::read(p).unwrap(); println!("file {:?}",t.elapsed());
 let t=Instant::now(); let (text,_)=decode(&b).unwrap(); println!("decode {:?}",t.elapsed());
 let t=Instant::now(); let table=Table::from_text(&text).unwrap(); println!("table {:?}",t.elapsed());
 let t=Instant::now(); let r=table.read(&Answers::default()).unwrap(); println!("read {:?}",t.elapsed());
 println!("{:?} {:?}",r.questions,r.warnings);
 let c=MeasureChoices::default().for_rows(&r.rows);
 let input=RowsIn::own(r);
 let t=Instant::now(); let m=Measured::new(&input,&c).unwrap(); println!("measure {:?}",t.elapsed());
 println!("{:?}",m.before.slope);
 let t=Instant::now(); let i=m.intervals(&c); println!("intervals {:?} {:?}",t.elapsed(),i);
}
