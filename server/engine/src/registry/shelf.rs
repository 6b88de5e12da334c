//! Entries by number, each made when it is first asked for: of the thousands of people built in, a text names a few.

use std::sync::{Arc, OnceLock};

/// Entries by number. Those at the front may be made on demand; all others were given.
#[derive(Clone, Debug)]
pub(super) struct Shelf<T> {
    places: Vec<OnceLock<Arc<T>>>,
    make: fn(usize) -> T,
}

impl<T: Default> Default for Shelf<T> {
    fn default() -> Self {
        Shelf::on_demand(0, |_| T::default())
    }
}

impl<T> Shelf<T> {
    /// `n` entries, each of which `make` makes from its number, always the same.
    pub(super) fn on_demand(n: usize, make: fn(usize) -> T) -> Shelf<T> {
        let places = std::iter::repeat_with(OnceLock::new).take(n).collect();
        Shelf { places, make }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    /// The entry of a number there is.
    pub(super) fn get(&self, number: usize) -> &Arc<T> {
        self.places[number].get_or_init(|| Arc::new((self.make)(number)))
    }

    /// All entries by their numbers; makes those that are not yet made.
    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = &Arc<T>> {
        (0..self.len()).map(|number| self.get(number))
    }

    /// Makes room for so many more.
    pub(super) fn reserve(&mut self, n: usize) {
        self.places.reserve(n);
    }

    /// Puts another one at the end.
    pub(super) fn push(&mut self, entry: Arc<T>) {
        self.places.push(OnceLock::from(entry));
    }
}

impl<T: Clone> Shelf<T> {
    /// The entry of a number there is, to be changed; whoever shares it keeps what they have.
    pub(super) fn get_mut(&mut self, number: usize) -> Option<&mut T> {
        self.get(number);
        self.places[number].get_mut().map(Arc::make_mut)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_on_demand_and_given_ones_stand_in_one_row() {
        let mut shelf: Shelf<String> = Shelf::on_demand(2, |number| format!("made {number}"));
        shelf.push(Arc::new("given".to_owned()));
        let before = shelf.clone();
        if let Some(entry) = shelf.get_mut(1) {
            entry.push('!');
        }
        let all: Vec<&str> = shelf.iter().map(|entry| entry.as_str()).collect();
        assert_eq!(all, ["made 0", "made 1!", "given"]);
        assert_eq!(before.get(1).as_str(), "made 1");
    }
}
